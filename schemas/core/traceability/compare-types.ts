import type { JsonObject } from '../json-value.ts'
import { isObject } from '../openapi-versions.ts'
import type { Places } from '../places.ts'
import { atPointer } from '../pointer.ts'
import type { Difference } from './difference.ts'

/** The type names of the sources, in lower case, as JSON Schema. */
const plainTypes: Readonly<Record<string, { readonly type: string; readonly format?: string; readonly map?: true }>> = {
  string: { type: 'string' },
  integer: { type: 'integer' },
  'integer (int32)': { type: 'integer', format: 'int32' },
  'integer (int64)': { type: 'integer', format: 'int64' },
  long: { type: 'integer', format: 'int64' },
  float: { type: 'number' },
  boolean: { type: 'boolean' },
  object: { type: 'object' },
  array: { type: 'array' },
  map: { type: 'object', map: true },
  binary: { type: 'string', format: 'binary' },
  'string (byte)': { type: 'string', format: 'byte' },
}

/**
 * Compares the type name of a source with a schema. The name of a table must be a reference to the model that
 * places.ts gives for the table.
 */
export function toTypeDifference(
  document: JsonObject,
  word: string | undefined,
  schema: JsonObject,
  owner: string,
  places: Places,
): Difference[] {
  if (word === undefined) return []
  return matches(document, word, schema, owner, places)
    ? []
    : [{ aspect: 'type', source: word, document: describe(schema) }]
}

function matches(document: JsonObject, word: string, schema: JsonObject, owner: string, places: Places): boolean {
  const item = /^(?:< (?<angle>\w+) > array|Array of (?<strings>string)s|Array of (?<objects>\w+) objects)$/.exec(
    word,
  )?.groups
  if (item) {
    const name = item.angle ?? item.strings ?? item.objects ?? ''
    return schema.type === 'array' && isObject(schema.items) && matches(document, name, schema.items, owner, places)
  }
  const plain = plainTypes[word.toLowerCase()]
  if (!plain) return matchesModel(document, word.replace(/ object$/, ''), schema, owner, places)
  const target = typeof schema.$ref === 'string' ? atPointer(document, schema.$ref) : schema
  if (!isObject(target) || target.type !== plain.type) return false
  if (plain.map && !isObject(target.additionalProperties)) return false
  return plain.format === undefined || target.format === plain.format
}

function matchesModel(document: JsonObject, name: string, schema: JsonObject, owner: string, places: Places): boolean {
  if (typeof schema.$ref !== 'string' || atPointer(document, schema.$ref) === undefined) return false
  // In `UpdateFunctionConfig.request.MountConfig`, `MountUser` is the table `UpdateFunctionConfig.request.MountUser`.
  const scopes = owner.split('.').map((_, index, parts) => parts.slice(0, parts.length - index).join('.'))
  const candidates = [...scopes.map((scope) => `${scope}.${name}`), name].flatMap((table) => places.owners[table] ?? [])
  return schema.$ref === (candidates[0] ?? `#/components/schemas/${name}`)
}

function describe(schema: JsonObject): unknown {
  const { $ref, type, format, anyOf, items } = schema
  return Object.fromEntries(
    Object.entries({ $ref, type, format, anyOf, items }).filter(([, value]) => value !== undefined),
  )
}
