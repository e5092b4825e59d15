import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { readHeader } from '../core/http/exchange.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import type { Input } from '../core/http/wire-request.ts'
import { check } from './check.ts'
import type { Path } from './fixtures.ts'
import { tolerances } from './tolerances.ts'
import { type Context, expectUnchanged, givenOne, givenReading, type Kind, toUpdate } from './kind.ts'
import { functionKind, kinds, serviceKind, triggerKind } from './kinds.ts'

const { publishVersion } = aliyunFc20160815.operations

/** An operation that If-Match guards, and the kind of resource that the tag is of. */
interface Guarded {
  readonly operation: Operation
  readonly kind: Kind
  /** The body of a request that changes what the kind's request made. */
  readonly toBody?: (input: Input) => JsonObject
}

const guarded: readonly Guarded[] = [
  ...kinds.flatMap((kind) => [
    { operation: kind.update, kind, toBody: (input: Input) => toUpdate(kind, input) },
    { operation: kind.remove, kind },
  ]),
  { operation: publishVersion, kind: serviceKind, toBody: () => ({}) },
]

/** What a condition is tried on, and the tag of its state. */
interface At {
  readonly path: Path
  readonly input: Input
  readonly update: JsonObject
  readonly tag: string
}

/** If-Match lets a change pass only while the resource has the tag that it names. */
export const conditionChecks: readonly Check[] = guarded.flatMap(toConditionChecks)

function toConditionChecks({ operation, kind, toBody }: Guarded): readonly Check[] {
  const clause = `${toCitation(operation.source)}, Header If-Match`
  const send = (context: Context, { path, input }: At, tag: string) =>
    context.target.send(operation, { path, headers: { 'If-Match': tag }, ...(toBody && { body: toBody(input) }) })
  const arrange = async (context: Context) => {
    const { path, input, created, update } = await givenOne(context, kind)
    const tag = readHeader(created.response, 'etag')
    if (!tag) return context.skip('the target returns no ETag, so none can be named')
    return { path, input, update, tag }
  }
  const refused = (
    name: string,
    toTags: (at: At, context: Context) => readonly string[] | Promise<readonly string[]>,
  ) =>
    check(name, {
      operation,
      clause: `${clause} (the code is open: quirk A23)`,
      level: 'core',
      quirk: 'A23',
      async run(context) {
        const at = await arrange(context)
        const tags = await toTags(at, context)
        const before = await givenReading(context, kind.read, at.path)
        for (const tag of tags) expectTolerance(context, await send(context, at, tag), tolerances.wrongTag)
        await expectUnchanged(context, kind.read, at.path, before)
      },
    })
  return [
    check('current-etag-is-accepted', {
      operation,
      clause,
      level: 'core',
      async run(context) {
        const at = await arrange(context)
        context.expectResponse(await send(context, at, at.tag))
      },
    }),
    refused('unknown-etag-is-rejected', () => ['00000000000000000000000000000000']),
    refused('stale-etag-is-rejected', async ({ path, update, tag }, context) => {
      await context.given(context.target.send(kind.update, { path, body: update }))
      return [tag]
    }),
    refused('partial-etag-is-rejected', ({ tag }) => {
      const [, start = '', end = ''] = /^(.*?)("?)$/.exec(tag) ?? []
      return start.length > 1 ? [start.slice(0, -1) + end, `${start}0${end}`] : [`${start}0${end}`]
    }),
    ...(kind === serviceKind
      ? []
      : [
          refused('etag-of-parent-is-rejected', async ({ input: { path = {} }, tag }, context) => {
            const parent = await context.given(context.target.send(toParent(kind).read, { path }))
            const other = readHeader(parent.response, 'etag')
            return other && other !== tag ? [other] : context.skip('the parent has no ETag of its own')
          }),
        ]),
    check('quoted-etag-is-handled', {
      operation,
      clause,
      level: 'core',
      async run(context) {
        const at = await arrange(context)
        expectTolerance(context, await send(context, at, `"${at.tag.replaceAll('"', '')}"`), tolerances.quotedTag)
      },
    }),
  ]
}

/** The kind of what a path leads through last. */
function toParent(kind: Kind): Kind {
  return kind === triggerKind ? functionKind : serviceKind
}
