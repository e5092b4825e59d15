import { toCitation } from '../../schemas/core/source.ts'
import type { Check } from '../core/check.ts'
import { expectTolerance } from '../core/assertions/tolerance.ts'
import { check } from './check.ts'
import { type Context, givenOne, type Kind } from './kind.ts'
import { kinds } from './kinds.ts'

/** Bytes that only a reader of JavaScript takes for JSON. */
const nearly = [
  { name: 'json-with-trailing-comma-is-rejected', toBytes: (json: string) => json.replace(/\}$/, ',}') },
  { name: 'json-with-comment-is-rejected', toBytes: (json: string) => json.replace(/^\{/, '{/* all of it */') },
] as const

/** JSON, or nearly, that a server may take or refuse, and must survive. */
const edgeCase = [
  { name: 'nul-character-is-handled', field: '"noSuchField":"\\u0000"' },
  { name: 'proto-key-is-handled', field: '"__proto__":{"noSuchField":true}' },
  { name: 'out-of-range-number-is-handled', field: '"noSuchField":1e999' },
  { name: 'deeply-nested-body-is-handled', field: `"noSuchField":${'['.repeat(600)}${']'.repeat(600)}` },
  { name: 'invalid-utf-8-is-handled', field: '"noSuchField":"\u00ff"' },
] as const

const survived = { about: 'an odd body', codes: ['InvalidArgument'], succeeds: true } as const

/** What creations and updates make of bodies at the edge of JSON. */
export const malformedBodyChecks: readonly Check[] = kinds.flatMap((kind) => [
  ...toEdgeCaseChecks(kind.create, (context) => kind.request(context)),
  ...toEdgeCaseChecks(kind.update, async (context) => ({
    path: (await givenOne(context, kind)).path,
    body: kind.changes,
  })),
])

function toEdgeCaseChecks(operation: Kind['create'], base: (context: Context) => ReturnType<Kind['request']>) {
  const send = async (context: Context, toBytes: (json: string) => string) => {
    const { body, ...rest } = await base(context)
    // One byte for a character: what is above ASCII becomes bytes that are no UTF-8.
    const rawBody = Buffer.from(toBytes(JSON.stringify(body)), 'latin1')
    return await context.target.send(operation, { ...rest, rawBody })
  }
  const clause = `${toCitation(operation.source)} 400, Body`
  return [
    ...nearly.map(({ name, toBytes }) =>
      check(name, {
        operation,
        level: 'core',
        clause,
        run: async (context) => context.expectError(await send(context, toBytes), 'InvalidArgument'),
      }),
    ),
    ...edgeCase.map(({ name, field }) =>
      check(name, {
        operation,
        level: 'core',
        clause: `${clause} (whether it is taken is open)`,
        run: async (context) =>
          void expectTolerance(context, await send(context, (json) => `{${field},${json.slice(1)}`), survived),
      }),
    ),
  ]
}
