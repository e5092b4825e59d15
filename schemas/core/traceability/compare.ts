import type { Json, JsonObject } from '../json-value.ts'
import { isObject } from '../openapi-versions.ts'
import type { Places } from '../places.ts'
import { atPointer, followPointer, followReference } from '../pointer.ts'
import type { RowAspect } from '../quirk.ts'
import { toTypeDifference } from './compare-types.ts'
import type { Difference } from './difference.ts'
import { findOperations, type Place } from './find-places.ts'
import { type FieldRow, isOfDefinition, type OperationRow, type ParamRow, type ResponseRow, type Row } from './rows.ts'

/** Every difference between a row and one of its places. */
export function toDifferences(document: JsonObject, row: Row, place: Place, places: Places): Difference[] {
  const node = followPointer(document, place.pointer)
  if (!node) return [differ('place', place.pointer, undefined)]
  const moved = place.moved ? [differ('place', row.kind, place.pointer)] : []
  // A server or a security scheme has no schema to compare.
  const isSchema = place.pointer.includes('/schemas/') || place.pointer.includes('/parameters/')
  if (place.moved && !isSchema) return moved
  switch (row.kind) {
    case 'operation':
      return compareOperation(document, row)
    case 'response':
      return compareResponse(document, row, node, places)
    case 'param':
      return [...moved, ...compareParam(document, row, place, node, places)]
    case 'field':
      return [...moved, ...compareField(document, row, place, node, places)]
    case 'model':
      return toTypeDifference(document, 'object', node, '', places)
  }
}

function differ(aspect: RowAspect, source: unknown, found: unknown): Difference {
  return { aspect, source, document: found }
}

function compareOperation(document: JsonObject, row: OperationRow): Difference[] {
  const base = new URL(toServerPath(document), 'http://host').pathname.replace(/\/$/, '')
  const found = findOperations(document, row.operation).map((pointer) => {
    const [path = '', method = ''] = pointer
      .split('/')
      .slice(2)
      .map((key) => key.replaceAll('~1', '/'))
    return `${method.toUpperCase()} ${path}`
  })
  const wanted = (row.paths ?? []).map(
    (path) => `${row.method} ${path.startsWith(base) ? path.slice(base.length) : path}`,
  )
  return sameSet(found, wanted) || row.method === null ? [] : [differ('place', wanted, found)]
}

function toServerPath(document: JsonObject): string {
  const server = Array.isArray(document.servers) ? document.servers[0] : undefined
  const url = isObject(server) && typeof server.url === 'string' ? server.url : ''
  return url.replace(/^https?:\/\/[^/]*/, '') || '/'
}

function compareResponse(document: JsonObject, row: ResponseRow, response: JsonObject, places: Places): Difference[] {
  const codes = (Array.isArray(response['x-error-codes']) ? response['x-error-codes'] : []).filter((entry) =>
    isObject(entry),
  )
  // A row without codes (FunctionGraph documents none) is compared by its body alone.
  const listed = codes.filter((entry) => !('x-provenance' in entry)).map((entry) => entry.code)
  const errors = row.error_codes && !sameSet(listed, row.error_codes) ? [differ('errors', row.error_codes, listed)] : []
  const headers = isObject(response.headers) ? response.headers : {}
  const wrong = (row.headers ?? []).flatMap(({ name, type, values_named }) => {
    const found = findHeader(response, name) ?? name
    const header = headers[found]
    const schema = isObject(header) ? toSchema(document, header) : undefined
    const isText = schema?.type === 'string' || (schema !== undefined && type === undefined)
    const isWrong = !isText || (values_named && !sameSet(schema?.enum, values_named))
    if (isWrong) return [differ('schema', name, Object.keys(headers))]
    return name === found ? [] : [differ('name', name, found)]
  })
  return [...errors, ...compareBody(document, row, response, places), ...wrong]
}

/** The name of a header of a response, in any case. */
export function findHeader(response: JsonObject, name: string): string | undefined {
  const names = Object.keys(isObject(response.headers) ? response.headers : {})
  return names.find((item) => item.toLowerCase() === name.toLowerCase())
}

/** Compares the body that the source names with the model of the response. */
function compareBody(document: JsonObject, row: ResponseRow, response: JsonObject, places: Places): Difference[] {
  const content = isObject(response.content) ? Object.values(response.content)[0] : undefined
  const schema = isObject(content) && isObject(content.schema) ? content.schema : undefined
  if (row.schema === 'No Content') return schema ? [differ('schema', row.schema, schema)] : []
  if (row.schema === undefined) return (row.status ?? 200) >= 400 || schema ? [] : [differ('schema', 'a body', schema)]
  const owner = row.body_owner ?? row.schema
  const wanted = places.owners[owner] ?? `#/components/schemas/${owner}`
  const found = schema?.$ref
  const isThere = typeof found === 'string' && atPointer(document, found) !== undefined
  return isThere && found === wanted ? [] : [differ('schema', wanted, found)]
}

function compareParam(
  document: JsonObject,
  row: ParamRow,
  place: Place,
  node: JsonObject,
  places: Places,
): Difference[] {
  if (row.in === 'body' && !place.moved) {
    const media = isObject(node.content) ? Object.values(node.content)[0] : undefined
    const schema = isObject(media) && isObject(media.schema) ? media.schema : {}
    return [
      ...compareRequired(row.required, node.required === true),
      ...toTypeDifference(document, row.type, schema, '', places),
    ]
  }
  if (place.moved)
    return compareField(document, { ...row, kind: 'field', owner: '', path: row.name ?? '' }, place, node, places)
  const schema = toSchema(document, node)
  const isQualifier = place.pointer.includes('{serviceName}.{qualifier}') && row.name === 'qualifier'
  return [
    // A path parameter is always required. An optional one in the source becomes a second path in the document.
    ...(isQualifier ? [] : compareRequired(row.required, node.required === true)),
    ...toTypeDifference(document, row.type, schema, '', places),
    ...compareValues(row, schema),
  ]
}

/** The schema of a parameter or a header. */
function toSchema(document: JsonObject, { schema }: JsonObject): JsonObject {
  return (isObject(schema) && followReference(document, schema)) || {}
}

function compareField(
  document: JsonObject,
  row: FieldRow,
  place: Place,
  node: JsonObject,
  places: Places,
): Difference[] {
  const own = atPointer(document, place.pointer)
  const keys = place.pointer.split('/')
  const name = keys.at(-1) ?? ''
  const parent = atPointer(document, keys.slice(0, -2).join('/'))
  const isProperty = keys.at(-2) === 'properties'
  const required = isObject(parent) && Array.isArray(parent.required) && parent.required.includes(name)
  return [
    ...(isProperty && row.name !== undefined && row.name !== name ? [differ('name', row.name, name)] : []),
    ...(isProperty ? compareRequired(row.required, required) : []),
    ...toTypeDifference(document, row.type, isObject(own) ? own : {}, row.owner, places),
    ...compareValues(row, node),
  ]
}

function compareRequired(stated: boolean | null | undefined, found: boolean): Difference[] {
  return (stated ?? false) === found ? [] : [differ('required', stated, found)]
}

const limitKeys = ['minimum', 'maximum', 'multipleOf', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const

function compareValues(row: ParamRow | FieldRow, schema: JsonObject): Difference[] {
  // What a definition does not state with a keyword may be in its words.
  const isStated = (key: keyof FieldRow & keyof ParamRow) => row[key] !== undefined || !isOfDefinition(row)
  // Some documented facts are in an extension, because of what common tools do with the keyword.
  const stated: JsonObject = {
    ...schema,
    default: schema.default ?? schema['x-default'] ?? null,
    multipleOf: schema.multipleOf ?? schema['x-multiple-of'] ?? null,
  }
  const limits = limitKeys.filter((key) => isStated(key) && (row[key] ?? null) !== (stated[key] ?? null))
  const documented = toStatedEnum(row, schema)
  const values = row.enum ?? row.enum_titles
  const examples = Array.isArray(schema.examples) ? schema.examples : []
  return [
    ...(!isStated('default') || same(row.default ?? null, stated.default)
      ? []
      : [differ('default', row.default, stated.default)]),
    ...limits.map((key) => differ('limits', `${key} ${row[key]}`, `${key} ${String(stated[key])}`)),
    ...((values === undefined && !isStated('enum')) || sameSet(values ?? [], documented)
      ? []
      : [differ('enum', values, documented)]),
    ...(row.example === undefined || examples.some((example) => same(example, row.example))
      ? []
      : [differ('example', row.example, examples)]),
  ]
}

/** The values that the source of the row states: those without a mark, or also those that a definition states. */
function toStatedEnum(row: Row, schema: JsonObject): Json[] {
  const marks = isObject(schema['x-enum-provenance']) ? schema['x-enum-provenance'] : {}
  const isStated = (mark: Json | undefined) => mark === undefined || (isOfDefinition(row) && mark === 'defined')
  return Array.isArray(schema.enum) ? schema.enum.filter((value) => isStated(marks[String(value)])) : []
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function sameSet(a: Json | readonly unknown[] | undefined, b: readonly unknown[]): boolean {
  if (!Array.isArray(a)) return b.length === 0
  const [left, right] = [a, b].map((values) => new Set(values.map((value: unknown) => JSON.stringify(value))))
  return (
    left !== undefined &&
    right !== undefined &&
    left.size === right.size &&
    [...left].every((value) => right.has(value))
  )
}
