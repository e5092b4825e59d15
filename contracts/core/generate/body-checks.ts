import type { Api } from '../../../schemas/core/api.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { toCitation } from '../../../schemas/core/source.ts'
import type { Check, CheckContext, ToCheck } from '../check.ts'
import { expectTolerance, type Tolerance } from '../assertions/tolerance.ts'
import type { Input } from '../http/wire-request.ts'

export interface BodyCheckSpec<Fixture> {
  readonly api: Api
  readonly operation: Operation
  readonly check: ToCheck<Fixture>
  /** A valid request of the operation; sets up what it needs. */
  readonly base: (context: CheckContext<Fixture>) => Promise<Input>
  /** Sees that a refused request has changed nothing. Absent: nothing can be told. */
  readonly expectUntouched?: (context: CheckContext<Fixture>, input: Input) => Promise<void>
  /** How the API may return JSON under another media type, and under none. */
  readonly mediaTypes: Tolerance
}

/** Bytes that are no JSON. */
const broken = [
  { name: 'truncated-json-is-rejected', toBytes: (json: string) => json.slice(0, -1) },
  { name: 'non-json-body-is-rejected', toBytes: () => 'name=demo' },
  { name: 'two-json-values-are-rejected', toBytes: (json: string) => json + json },
] as const

/** What every operation with a JSON body does with bytes that are none, and with other media types. */
export function toBodyChecks<Fixture>(spec: BodyCheckSpec<Fixture>): readonly Check[] {
  const { api, operation, check, base } = spec
  const page = toCitation(operation.source)
  const core = { operation, level: 'core' } as const
  const refused = (name: string, toBytes: (json: string) => string) =>
    check(name, {
      ...core,
      clause: `${page} 400, Body`,
      async run(context) {
        const input = await base(context)
        const { body, ...rest } = input
        const sent = await context.target.send(operation, { ...rest, rawBody: toBytes(JSON.stringify(body)) })
        context.expectError(sent, api.dialect.codes.malformed)
        await spec.expectUntouched?.(context, input)
      },
    })
  const open = (name: string, type: string | undefined) =>
    check(name, {
      ...core,
      clause: `${page} 200, 400; Consumes (how others are met is open)`,
      async run(context) {
        const input = await base(context)
        const sent = await context.target.send(operation, { ...input, headers: { 'content-type': type } })
        const isTaken = expectTolerance(context, sent, spec.mediaTypes)
        if (!isTaken) await spec.expectUntouched?.(context, input)
      },
    })
  return [
    ...broken.map(({ name, toBytes }) => refused(name, toBytes)),
    ...(operation.body?.required ? [refused('empty-body-is-rejected', () => '')] : []),
    open('other-media-type-is-handled', 'text/plain'),
    open('missing-media-type-is-handled', undefined),
    check('media-type-with-charset-is-accepted', {
      ...core,
      clause: `${page} 200; Consumes`,
      async run(context) {
        const headers = { 'content-type': 'application/json; charset=utf-8', accept: '*/*' }
        context.expectResponse(await context.target.send(operation, { ...(await base(context)), headers }))
      },
    }),
  ]
}
