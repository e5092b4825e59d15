import { toRequestFields } from '../../../schemas/core/fields.ts'
import type { SchemaNode } from '../../../schemas/core/json-schema.ts'
import { type JsonObject, readObject } from '../../core/assertions/expect-response.ts'
import { type Check, defineCheck } from '../../core/check.ts'
import type { CoreContext } from '../../core/context.ts'
import type { Exchange } from '../../core/http/exchange.ts'
import type { Rules } from '../rules.ts'
import { findEntry, givenOne, isNamedByClient, read, type Sample, toOwnKey } from '../sample.ts'

/**
 * The value of an absent field does not depend on the other fields: the field has the same value in a creation without
 * optional fields, with one of them, and with all others. The profile `documented` compares documented defaults only.
 */
export function toDefaultChecks(sample: Sample, { clauses }: Rules): readonly Check[] {
  const { options, required = [], resource } = sample
  const { create, read: reading } = resource
  if (!create?.body || !reading || !isNamedByClient(sample)) return []
  const names = Object.keys(options).filter((name) => !required.includes(name))
  const fields = Object.entries(toRequestFields(create)).filter(([name, node]) => isCompared(name, node, names))
  const rows = toRows(names)
  if (fields.length === 0 || rows.length === 0) return []
  return [
    defineCheck('defaults-do-not-depend-on-other-fields', {
      operation: create,
      level: 'core',
      clause: clauses.requestFields(create, ...fields.map(([name]) => name)),
      async run(context) {
        const send = async (row: readonly string[]) => {
          const given = [...required, ...row].map((name) => [name, options[name]])
          return await readEverywhere(context, sample, await givenOne(context, sample, Object.fromEntries(given)))
        }
        const plain = await send([])
        for (const row of rows) {
          const absent = fields.filter(([name, node]) => !row.includes(name) && isRequired(context, node))
          for (const [index, { exchange, body }] of (await send(row)).entries()) {
            const defaults = plain[index]?.body ?? {}
            const expected = absent.filter(([name]) => name in defaults).map(([name]) => [name, defaults[name]])
            context.expectFields(exchange, body, Object.fromEntries(expected), 'absent-fails')
          }
        }
      },
    }),
  ]
}

/** Without a documented default, one number may determine the default of another. */
function isCompared(name: string, node: SchemaNode, names: readonly string[]): boolean {
  return node.default !== undefined || (names.includes(name) && (node.type === 'string' || node.type === 'boolean'))
}

function isRequired({ profile }: CoreContext, node: SchemaNode): boolean {
  return profile === 'observed' || (node.default !== undefined && node['x-provenance'] === undefined)
}

/** Each name alone, and all names except one. */
function toRows(names: readonly string[]): readonly (readonly string[])[] {
  const others = names.map((name) => names.filter((other) => other !== name))
  return [...names.map((name) => [name]), ...(names.length > 2 ? others : [])]
}

/** What the creation, a read and the list show. */
async function readEverywhere(
  context: CoreContext,
  sample: Sample,
  { created, input, path }: Awaited<ReturnType<typeof givenOne>>,
): Promise<readonly { readonly exchange: Exchange; readonly body: JsonObject }[]> {
  const after = await read(context, sample, path)
  const { list } = sample.resource
  const found = list && (await findEntry(context, sample, input, toOwnKey(sample, path)))
  return [
    { exchange: created, body: readObject(created) },
    { exchange: after, body: context.expectPresent(after) },
    ...(found ? [{ exchange: found.page, body: found.entry ?? {} }] : []),
  ]
}
