import { expectTolerance } from '../../core/assertions/tolerance.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import { type Call, watch } from '../calls.ts'
import type { Rules } from '../rules.ts'

/** Bytes that are not JSON. */
const broken = [
  { name: 'truncated-json-is-rejected', toBytes: (json: string) => json.slice(0, -1) },
  { name: 'non-json-body-is-rejected', toBytes: () => 'name=demo' },
  { name: 'two-json-values-are-rejected', toBytes: (json: string) => json + json },
] as const

/** Bytes that only JavaScript accepts. */
const almostJson = [
  { name: 'json-with-trailing-comma-is-rejected', toBytes: (json: string) => json.replace(/\}$/, ',}') },
  { name: 'json-with-comment-is-rejected', toBytes: (json: string) => json.replace(/^\{/, '{/* all of it */') },
] as const

/** JSON, or almost, that a server may accept or reject, and must survive. */
const edgeCases = [
  { name: 'unknown-field-is-handled', field: '"noSuchField":{"of":["the","source"]}' },
  { name: 'nul-character-is-handled', field: '"noSuchField":"\\u0000"' },
  { name: 'proto-key-is-handled', field: '"__proto__":{"noSuchField":true}' },
  { name: 'out-of-range-number-is-handled', field: '"noSuchField":1e999' },
  { name: 'deeply-nested-body-is-handled', field: `"noSuchField":${'['.repeat(600)}${']'.repeat(600)}` },
  { name: 'invalid-utf-8-is-handled', field: '"noSuchField":"\u00ff"' },
] as const

/** What an operation does with a body that is not JSON, and with other media types. */
export function toBodyChecks(call: Call, rules: Rules): readonly Check[] {
  const { operation, arrange } = call
  const { clauses, tolerances } = rules
  if (operation.body?.mediaType !== 'application/json') return []
  const core = { operation, level: 'core' } as const
  const open = (name: string, type: string | undefined) =>
    defineCheck(name, {
      ...core,
      clause: `${clauses.outcomes(operation, 400)}; Consumes (the response to others is implementation-defined)`,
      async run(context) {
        const input = await arrange(context)
        const expectNoChange = await watch(context, call, input)
        const sent = await context.target.send(operation, { ...input, headers: { 'content-type': type } })
        if (!expectTolerance(context, sent, tolerances.mediaType)) await expectNoChange()
      },
    })
  return [
    ...broken.map(({ name, toBytes }) => toRejected(call, rules, name, toBytes)),
    ...(operation.body.required && !rules.optionalBodies?.includes(operation)
      ? [toRejected(call, rules, 'empty-body-is-rejected', () => '')]
      : []),
    open('other-media-type-is-handled', 'text/plain'),
    open('missing-media-type-is-handled', undefined),
    defineCheck('media-type-with-charset-is-accepted', {
      ...core,
      clause: `${clauses.success(operation)}; Consumes`,
      async run(context) {
        const headers = { 'content-type': 'application/json; charset=utf-8', accept: '*/*' }
        context.expectResponse(await context.target.send(operation, { ...(await arrange(context)), headers }))
      },
    }),
  ]
}

/** What creations and updates do with bodies at the edge of JSON. */
export function toMalformedBodyChecks(call: Call, rules: Rules): readonly Check[] {
  const { operation } = call
  const { clauses, tolerances } = rules
  if (operation.body?.mediaType !== 'application/json') return []
  return [
    ...almostJson.map(({ name, toBytes }) => toRejected(call, rules, name, toBytes)),
    ...edgeCases.map(({ name, field }) =>
      defineCheck(name, {
        operation,
        level: 'core',
        clause: `${clauses.error(operation, 400)}, Body (whether it is rejected is implementation-defined)`,
        async run(context) {
          const { sent } = await sendBytes(context, call, (json) => toEdgeCase(json, field))
          expectTolerance(context, sent, tolerances.malformedBody)
        },
      }),
    ),
  ]
}

/** A body that must be rejected, and that changes nothing. */
function toRejected(
  call: Call,
  { api, clauses, tolerances, areCodesUnstated }: Rules,
  name: string,
  toBytes: (json: string) => string,
): Check {
  const { operation } = call
  return defineCheck(name, {
    operation,
    level: 'core',
    clause: `${clauses.error(operation, 400)}, Body`,
    async run(context) {
      const { sent, expectNoChange } = await sendBytes(context, call, toBytes)
      const { succeeds: _, ...tolerance } = tolerances.malformedBody
      if (areCodesUnstated) expectTolerance(context, sent, tolerance)
      else context.expectError(sent, api.dialect.codes.malformed)
      await expectNoChange()
    },
  })
}

/** One byte for each character of the field: a character above ASCII becomes invalid UTF-8. */
function toEdgeCase(json: string, field: string): Uint8Array {
  return Buffer.concat([Buffer.from(`{${field},`, 'latin1'), Buffer.from(json.slice(1))])
}

async function sendBytes(context: CoreContext, call: Call, toBytes: (json: string) => string | Uint8Array) {
  const input = await call.arrange(context)
  const expectNoChange = await watch(context, call, input)
  const { body, ...rest } = input
  const rawBody = toBytes(JSON.stringify(body))
  return { sent: await context.target.send(call.operation, { ...rest, rawBody }), expectNoChange }
}
