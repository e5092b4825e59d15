import type { z } from 'zod'
import type { Dialect } from '../../schemas/core/dialect.ts'
import { decodePercent } from '../../schemas/core/lib/percent.ts'
import { ApiError } from './api-error.ts'
import type { Endpoint } from './endpoint.ts'
import { toFieldName, toIssueText } from './issues.ts'
import { readJsonBody } from './json-body.ts'
import { noLeniencies } from './leniencies.ts'
import { type Parameter, readParameter, readQuery } from './parameters.ts'
import type { Leniency } from './request-log/entry.ts'
import type { Captured } from './router.ts'
import type { WireRequest } from './wire.ts'

/** The values of a request, typed by the schemas of the operation. */
export interface Decoded {
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly header: Readonly<Record<string, unknown>>
  readonly body: unknown
  /** Undocumented elements that the request contains. */
  readonly leniencies: readonly Leniency[]
}

/**
 * Decodes and validates a request. Throws an {@link ApiError} that names the field if the request is invalid. In strict
 * mode, undocumented elements are invalid.
 */
export function decode(
  endpoint: Endpoint,
  request: WireRequest,
  captured: Captured,
  maxBodyBytes: number,
  strict: boolean,
): Decoded {
  const path = readPath(endpoint, captured)
  const query = readQueryGroup(endpoint, request)
  const header = readHeaderGroup(endpoint, request)
  const body = readBody(endpoint, request, maxBodyBytes)
  const leniencies = toLeniencies(endpoint, request, query, header, body)
  if (strict && leniencies.length > 0)
    throw refusal(endpoint.mock.api.dialect.codes.invalid, toLeniencyText(leniencies))
  return { path, query, header, body: body.value, leniencies }
}

function readPath(endpoint: Endpoint, { names, captures }: Captured): Readonly<Record<string, unknown>> {
  const { codes } = endpoint.mock.api.dialect
  const values: Record<string, unknown> = {}
  for (const parameter of endpoint.parameters.path) {
    const capture = captures[names.indexOf(parameter.name)]
    const text = capture === undefined ? undefined : (decodePercent(capture) ?? brokenEncoding(codes, parameter.name))
    values[parameter.name] = readValue(parameter, text, codes)
  }
  return values
}

function readQueryGroup({ parameters, mock }: Endpoint, { query }: WireRequest): Readonly<Record<string, unknown>> {
  if (parameters.query.length === 0) return noValues
  const { codes } = mock.api.dialect
  const texts = readQuery(query, parameters.query)
  const values: Record<string, unknown> = {}
  for (const parameter of parameters.query) {
    const { name } = parameter
    const text = texts.has(name) ? (texts.get(name) ?? brokenEncoding(codes, name)) : undefined
    values[name] = readValue(parameter, text, codes)
  }
  return values
}

function readHeaderGroup({ parameters, mock }: Endpoint, { headers }: WireRequest): Readonly<Record<string, unknown>> {
  if (parameters.header.length === 0) return noValues
  const { codes } = mock.api.dialect
  const values: Record<string, unknown> = {}
  for (const parameter of parameters.header) {
    values[parameter.name] = readValue(parameter, headers[parameter.name.toLowerCase()], codes)
  }
  return values
}

function readValue(parameter: Parameter, text: string | undefined, codes: Dialect['codes']): unknown {
  const reading = readParameter(parameter, text)
  if ('breach' in reading) throw refusal(codes.invalid, reading.breach)
  return reading.value
}

const noValues: Readonly<Record<string, unknown>> = Object.freeze({})

function brokenEncoding(codes: Dialect['codes'], name: string): never {
  throw refusal(codes.invalid, `${name}: must be percent-encoded UTF-8`)
}

function toLeniencies(
  { operation, parameters, hasJsonBody, toLeniencies }: Endpoint,
  request: WireRequest,
  query: Decoded['query'],
  header: Decoded['header'],
  body: BodyReading,
): readonly Leniency[] {
  const hasBody = hasJsonBody && operation.body !== undefined
  if (!hasBody && request.query === '' && parameters.header.length === 0) return noLeniencies
  const { inQuery, inHeaders, inBody } = toLeniencies()
  return joinLeniencies(
    joinLeniencies(inQuery(request.query, query), inHeaders(header)),
    hasBody ? inBody(body.given) : noLeniencies,
  )
}

function joinLeniencies(some: readonly Leniency[], others: readonly Leniency[]): readonly Leniency[] {
  if (others.length === 0) return some
  return some.length === 0 ? others : [...some, ...others]
}

function toLeniencyText(leniencies: readonly Leniency[]): string {
  const lines = leniencies.slice(0, mostLeniencies).map(({ field, kind }) => `${field}: ${leniencyWords[kind]}`)
  return lines.join('; ')
}

/** Longer lists would not be read. */
const mostLeniencies = 3

const leniencyWords: Readonly<Record<Leniency['kind'], string>> = {
  unknown: 'there is no field or parameter with this name (strict mode)',
  undocumented: 'it is undocumented (strict mode)',
  value: 'this value is undocumented (strict mode)',
}

/** A body as it was sent, and as its schema parsed it, with defaults. */
interface BodyReading {
  readonly given: unknown
  readonly value: unknown
}

const noBody: BodyReading = Object.freeze({ given: undefined, value: undefined })

function readBody(endpoint: Endpoint, request: WireRequest, maxBodyBytes: number): BodyReading {
  const { dialect } = endpoint.mock.api
  const { body } = endpoint.operation
  if (request.tooLarge || (request.body && request.body.length > maxBodyBytes)) {
    throw refusal(toListed(endpoint, dialect.codes.tooLarge), `body: must have at most ${maxBodyBytes} bytes`)
  }
  if (!body) return noBody
  // A body that is not JSON is passed to the user's function. Its content type is ignored.
  if (!endpoint.hasJsonBody) return { given: undefined, value: request.body ?? new Uint8Array() }

  const value = readJson(endpoint, request.body)
  if (value === undefined && body.required) throw refusal(dialect.codes.invalid, 'body: must be present')
  const given = value === undefined ? {} : value // an absent optional body has the same meaning as an empty object
  const result = body.schema.safeParse(given)
  if (result.success) return { given, value: result.data }
  const { issues } = result.error
  throw refusal(toListed(endpoint, toInvalidCode(dialect, issues)), toIssueText(issues, given, 'body'))
}

function readJson(endpoint: Endpoint, bytes: Uint8Array | undefined): unknown {
  if (!bytes || bytes.length === 0) return undefined
  const { dialect } = endpoint.mock.api
  const reading = readJsonBody(bytes, dialect.nullMeansAbsent)
  if ('value' in reading) return reading.value
  const { kind, reason } = reading.refusal
  throw refusal(toListed(endpoint, dialect.codes[kind]), `body: ${reason}`)
}

/** The error code of the first invalid field, if the dialect has a code for this field. */
function toInvalidCode({ codes, invalidCodes = {} }: Dialect, [first]: readonly z.core.$ZodIssue[]): string {
  const field = first ? toFieldName(first.path) : ''
  // Names in a path may come from the client, for example `constructor`.
  return (Object.hasOwn(invalidCodes, field) && invalidCodes[field]) || codes.invalid
}

/** The code itself if the operation documents it, or else the general code. */
function toListed({ operation, mock }: Endpoint, code: string): string {
  const isListed = operation.errors.includes(code) || operation.observedErrors.includes(code)
  return isListed ? code : mock.api.dialect.codes.invalid
}

/** The rule is used as the message, and `X-Mock-Rule` shows it. */
function refusal(code: string, rule: string): ApiError {
  return new ApiError(code, { message: rule, rule })
}
