import type { Api } from '../../../schemas/core/api.ts'
import { type SchemaNode, toJsonSchema, toProvenanceAt } from '../../../schemas/core/json-schema.ts'
import type { SuccessResponse } from '../../../schemas/core/operation.ts'
import { type Exchange, readHeader, readJson, toExcerpt } from '../http/exchange.ts'
import { type Finding, toText } from './expect.ts'
import { readError } from '../http/read-error.ts'

/** A JSON object as it came in. */
export type JsonObject = Readonly<Record<string, unknown>>

/** What of a response departs from the operation's documented success, or nothing. */
export function findResponseFault(api: Api, exchange: Exchange, status: number | undefined): Finding | undefined {
  const { operation, response } = exchange
  const documented = Object.keys(operation.success).map(Number)
  const wanted = status === undefined ? documented : [status]
  if (!wanted.includes(response.status)) {
    return { expected: `status ${wanted.join(' or ')}`, actual: toStatusText(api, exchange) }
  }
  const success = operation.success[response.status]
  if (!success) throw new TypeError(`${operation.id} documents no status ${response.status}: ask for one that it does`)
  return findBodyFault(api, exchange, success) ?? findHeaderFault(exchange, success)
}

/** The body of a response that has been found sound; an empty object where it has none. */
export function readObject(exchange: Exchange): JsonObject {
  const reading = readJson(exchange.response.body)
  return reading.ok && isObject(reading.value) ? reading.value : {}
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `status 404 with ServiceNotFound (the service does not exist)`. */
export function toStatusText(api: Api, { response }: Exchange): string {
  const reading = readJson(response.body)
  const error = reading.ok ? readError(api.dialect, reading.value) : { fields: [] }
  if (error.code) return `status ${response.status} with ${error.code}${error.message ? ` (${error.message})` : ''}`
  if (response.status < 400 || response.body.length === 0) return `status ${response.status}`
  return `status ${response.status} with the body ${toExcerpt(response.body, 160)}`
}

/** The media type without its parameters, in lower case. */
function readMediaType(exchange: Exchange): string | undefined {
  return readHeader(exchange.response, 'content-type')?.split(';')[0]?.trim().toLowerCase()
}

/** JSON that a schema describes, or a body that should not be there. */
function findBodyFault(api: Api, exchange: Exchange, success: SuccessResponse): Finding | undefined {
  const { body } = exchange.response
  if (!success.schema) {
    return body.length > 0 ? { expected: 'no body', actual: `the body ${toExcerpt(body, 160)}` } : undefined
  }
  if (success.mediaType !== 'application/json') return undefined
  return findJsonFault(exchange) ?? findSchemaFault(exchange, success.schema, api)
}

/** Checks that a response is JSON and says so. */
export function findJsonFault(exchange: Exchange): Finding | undefined {
  const reading = readJson(exchange.response.body)
  if (!reading.ok) return { expected: 'a JSON body', actual: reading.why }
  const mediaType = readMediaType(exchange)
  if (mediaType === 'application/json') return undefined
  return { expected: 'the content type application/json', actual: mediaType ?? 'no content type' }
}

/** Checks a body against a schema. Fields that are not documented are not held against the target. */
export function findSchemaFault(
  exchange: Exchange,
  schema: NonNullable<SuccessResponse['schema']>,
  api?: Pick<Api, 'quirks'>,
): Finding | undefined {
  const reading = readJson(exchange.response.body)
  const result = schema.safeParse(reading.ok ? reading.value : undefined)
  if (result.success) return undefined
  const node = toJsonSchema(schema)
  const value = reading.ok ? reading.value : undefined
  const issues = result.error.issues.filter(
    ({ path }) =>
      toProvenanceAt(node, path) === 'documented' && !isOtherReading(api, node, path, readPath(value, path)),
  )
  if (issues.length === 0) return undefined
  return {
    expected: `a body of the documented form: ${issues.map(({ path, message }) => `${toPathText(path)}: ${message}`).join('; ')}`,
    actual: issues.map(({ path }) => `${toPathText(path)} ${toText(readPath(value, path))}`).join('; '),
  }
}

/** A number in a text where the page's table says text and its example a number: the schema has one of the two. */
function isOtherReading(
  api: Pick<Api, 'quirks'> | undefined,
  node: SchemaNode,
  path: readonly PropertyKey[],
  value: unknown,
): boolean {
  if (typeof value !== 'string' || !/^-?\d+$/.test(value)) return false
  const field = path.reduce<SchemaNode | undefined>((at, step) => at?.properties?.[String(step)], node)
  const quirks = field?.['x-quirk'] ?? []
  return (
    api?.quirks.some(
      ({ id, differs = {} }) => quirks.includes(id) && Object.values(differs).some((what) => what.includes('type')),
    ) ?? false
  )
}

/** Checks the values of the documented headers that are present. */
function findHeaderFault(exchange: Exchange, documented: SuccessResponse): Finding | undefined {
  for (const [name, schema] of Object.entries(documented.headers)) {
    const value = readHeader(exchange.response, name)
    if (value !== undefined && !schema.safeParse(value).success) {
      return { expected: `the header ${name} in its documented form`, actual: `${name}: ${value}` }
    }
  }
  return undefined
}

function toPathText(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'the body' : path.map(String).join('.')
}

function readPath(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  )
}
