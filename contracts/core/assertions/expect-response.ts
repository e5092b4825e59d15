import type { z } from 'zod'
import type { Api, ApiWithQuirks } from '../../../schemas/core/api.ts'
import { type SchemaNode, toJsonSchema, toProvenanceAt } from '../../../schemas/core/json-schema.ts'
import { toIssueWords } from '../../../schemas/core/issue-words.ts'
import type { SuccessResponse } from '../../../schemas/core/operation.ts'
import { type Exchange, readHeader, readJson, toExcerpt, type WireResponse } from '../http/exchange.ts'
import { readError } from '../http/read-error.ts'
import type { Symptom } from '../report/outcome.ts'
import { type Assertion, toValueTest } from './assertion.ts'
import { type Finding, toText } from './expect.ts'

/** A JSON object of any form. */
export type JsonObject = Readonly<Record<string, unknown>>

/** How a response differs from the documented success of its operation. Undefined if it does not. */
export function findResponseFault(
  api: ApiWithQuirks,
  exchange: Exchange,
  status: number | undefined,
): Finding | undefined {
  const { operation, response } = exchange
  const documented = Object.keys(operation.success).map(Number)
  const wanted = status === undefined ? documented : [status]
  if (!wanted.includes(response.status)) {
    return {
      expected: `status ${wanted.join(' or ')}`,
      actual: toStatusText(api, exchange),
      symptom: toStatusSymptom(api, exchange),
      assertions: [{ about: 'status', statuses: wanted }],
      isForm: isSuccess(response.status),
    }
  }
  const success = operation.success[response.status]
  if (!success) throw new TypeError(`${operation.id} does not document status ${response.status}`)
  return findBodyFault(api, exchange, success) ?? findHeaderFault(exchange, success)
}

/** The body of a response as an object. Empty if the body is not a JSON object. */
export function readObject(exchange: Exchange): JsonObject {
  const reading = readJson(exchange.response.body)
  return reading.ok && isObject(reading.value) ? reading.value : {}
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

interface StatusAndBody {
  readonly response: Pick<WireResponse, 'status' | 'body'>
}

/** `status 404 with ServiceNotFound (the service does not exist)`. */
export function toStatusText(api: Pick<Api, 'dialect'>, { response }: StatusAndBody): string {
  const reading = readJson(response.body)
  const error = reading.ok ? readError(api.dialect, reading.value) : { fields: [] }
  const [code, message] = [error.code, error.message].map((text) => text?.slice(0, mostErrorText))
  if (code) return `status ${response.status} with ${code}${message ? ` (${message})` : ''}`
  if (response.status < 400 || response.body.length === 0) return `status ${response.status}`
  return `status ${response.status} with the body ${toExcerpt(response.body, 160)}`
}

/** A success that is refused, or that has another status. */
export function toStatusSymptom({ dialect }: Pick<Api, 'dialect'>, { response }: Exchange): Symptom {
  const reading = readJson(response.body)
  const { code } = reading.ok ? readError(dialect, reading.value) : {}
  const names = code === undefined ? [] : [code.slice(0, mostErrorText)]
  return { part: 'status', names, problem: `status ${response.status}` }
}

/** The longest code and message of an error in a text. */
const mostErrorText = 300

/** The media type without its parameters, in lower case. */
function readMediaType(exchange: Exchange): string | undefined {
  return readHeader(exchange.response, 'content-type')?.split(';')[0]?.trim().toLowerCase()
}

/** Checks that the body matches the schema, or is empty if no body is documented. */
function findBodyFault(api: ApiWithQuirks, exchange: Exchange, success: SuccessResponse): Finding | undefined {
  const { body } = exchange.response
  if (!success.schema) {
    if (body.length === 0) return undefined
    return {
      expected: 'no body',
      actual: `the body ${toExcerpt(body, 160)}`,
      symptom: toBodySymptom('not empty'),
      assertions: [{ about: 'body', is: 'empty' }],
    }
  }
  if (success.mediaType !== 'application/json') return undefined
  return findJsonFault(exchange) ?? findSchemaFault(exchange, success.schema, api)
}

/** Checks that the body and the content type of a response are JSON. */
export function findJsonFault(exchange: Exchange): Finding | undefined {
  const reading = readJson(exchange.response.body)
  if (!reading.ok) {
    const symptom = toBodySymptom('not JSON')
    return { expected: 'a JSON body', actual: reading.why, symptom, assertions: [{ about: 'body', is: 'json' }] }
  }
  const mediaType = readMediaType(exchange)
  if (mediaType === 'application/json') return undefined
  return {
    expected: 'the content type application/json',
    actual: mediaType ?? 'no content type',
    symptom: { part: 'header', names: ['Content-Type'], problem: mediaType ?? 'absent' },
    assertions: [{ about: 'header', name: 'Content-Type', test: { is: 'match', pattern: '^application/json\\b' } }],
    isForm: true,
  }
}

function toBodySymptom(problem: string): Symptom {
  return { part: 'body', names: [], problem }
}

/** Checks a body against a schema. Undocumented fields are not violations. */
export function findSchemaFault(
  exchange: Exchange,
  schema: NonNullable<SuccessResponse['schema']>,
  api?: Pick<ApiWithQuirks, 'quirks'>,
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
  const faults = issues.map((issue) => {
    const found = readPath(value, issue.path)
    return { path: issue.path, found, words: toIssueWords(issue, found) }
  })
  return {
    expected: `a body that matches its schema: ${faults.map(({ path, words }) => `${toPathText(path)} ${words}`).join('; ')}`,
    actual: faults.map(({ path, found }) => `${toPathText(path)} ${toText(found)}`).join('; '),
    symptom: toSchemaSymptom(faults),
    assertions: issues.flatMap(toSchemaAssertion),
    isForm: isObject(value),
  }
}

/** The entries of a list differ between servers, so every entry is tested. */
function toSchemaAssertion(issue: z.core.$ZodIssue): readonly Assertion[] {
  const test = toValueTest(issue)
  const path = issue.path.map((step) => (typeof step === 'number' ? ({ every: true } as const) : String(step)))
  return test ? [{ about: 'field', path, test }] : []
}

function toSchemaSymptom(
  faults: readonly { readonly path: readonly PropertyKey[]; readonly words: string }[],
): Symptom {
  const problem = [...new Set(faults.map(({ words }) => words))].join('; ')
  // The keys of entries differ between responses, the names of fields do not.
  const toName = (path: readonly PropertyKey[]) =>
    path.map((step) => (typeof step === 'number' ? '[]' : String(step))).join('.')
  const names = [...new Set(faults.map(({ path }) => toName(path)))]
  return names.includes('') ? toBodySymptom(problem) : { part: 'field', names, problem }
}

/**
 * Whether the value is a number in a string, and a quirk states that table and example of the source have different
 * types.
 */
function isOtherReading(
  api: Pick<ApiWithQuirks, 'quirks'> | undefined,
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

/** Checks the documented headers that are present. */
function findHeaderFault(exchange: Exchange, documented: SuccessResponse): Finding | undefined {
  for (const [name, schema] of Object.entries(documented.headers)) {
    const value = readHeader(exchange.response, name)
    const result = schema.safeParse(value)
    if (value !== undefined && result.error) {
      const tests = result.error.issues.flatMap((issue) => toValueTest(issue) ?? [])
      const assertions = tests.map((test) => ({ about: 'header' as const, name, test }))
      const symptom: Symptom = { part: 'header', names: [name], problem: 'invalid' }
      return { expected: `a valid header ${name}`, actual: `${name}: ${value}`, symptom, assertions, isForm: true }
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
