import type { z } from 'zod'
import { toCount } from '../../schemas/core/lib/count.ts'
import type { Dialect } from '../../schemas/core/dialect.ts'
import { decodePercent } from '../../schemas/core/lib/percent.ts'
import { ApiError } from './api-error.ts'
import type { Endpoint } from './endpoint.ts'
import type { ApiMock } from './handler.ts'
import { toFieldName, toIssueText } from './issues.ts'
import { readJsonBody } from './json-body.ts'
import { type LeniencyList, noLeniencies, toLeniencyText } from './leniency-list.ts'
import { type Parameter, type ParameterText, readParameter, readQuery } from './parameters.ts'
import type { RequestContext } from './request-context.ts'
import type { Captured } from './router.ts'
import type { WireRequest } from './wire.ts'

/** The values of a request, typed by the schemas of the operation. */
export interface Decoded {
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly header: Readonly<Record<string, unknown>>
  readonly body: unknown
  /** Undocumented elements that the request contains. */
  readonly leniencies: LeniencyList
}

/**
 * Decodes and validates a request. Throws an {@link ApiError} that names the field if the request is invalid. In strict
 * mode, undocumented elements are invalid.
 */
export function decode(
  endpoint: Endpoint,
  requestContext: RequestContext,
  captured: Captured,
  maxBodyBytes: number,
  strict: boolean,
): Decoded {
  const { request } = requestContext
  const path = readPath(endpoint, captured)
  const query = readQueryGroup(endpoint, request)
  const header = readHeaderGroup(endpoint, request)
  const leniencies = mayBeLenient(endpoint, request) ? { items: [], count: 0 } : noLeniencies
  const body = readBody(endpoint, requestContext, maxBodyBytes, leniencies)
  if (leniencies !== noLeniencies) {
    const { inQuery, inHeaders } = endpoint.toLeniencies()
    inQuery(request.query, query, leniencies)
    inHeaders(header, leniencies)
  }
  if (strict && leniencies.count > 0) {
    throw refusal(endpoint.mock.api.dialect.codes.invalid, toLeniencyText(leniencies, ' (strict mode)'))
  }
  return { path, query, header, body, leniencies }
}

/** Most requests to read or delete something are not, so nothing is created for them. */
function mayBeLenient({ hasJsonBody, parameters }: Endpoint, { query }: WireRequest): boolean {
  return hasJsonBody || query !== '' || parameters.header.length > 0
}

function readPath(endpoint: Endpoint, { names, captures }: Captured): Readonly<Record<string, unknown>> {
  const { codes } = endpoint.mock.api.dialect
  const values: Record<string, unknown> = {}
  for (const parameter of endpoint.parameters.path) {
    const capture = captures[names.indexOf(parameter.name)]
    const text = capture === undefined ? undefined : (decodePercent(capture) ?? brokenEncoding(codes, parameter.name))
    values[parameter.name] = readValue(parameter, text, endpoint.mock)
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
    values[name] = readValue(parameter, text, mock)
  }
  return values
}

function readHeaderGroup({ parameters, mock }: Endpoint, { headers }: WireRequest): Readonly<Record<string, unknown>> {
  if (parameters.header.length === 0) return noValues
  const values: Record<string, unknown> = {}
  for (const parameter of parameters.header) {
    values[parameter.name] = readValue(parameter, headers[parameter.name.toLowerCase()], mock)
  }
  return values
}

function readValue(
  parameter: Parameter,
  text: ParameterText | undefined,
  { api, toInvalidValueText }: ApiMock,
): unknown {
  const reading = readParameter(parameter, text, toInvalidValueText)
  if ('breach' in reading) throw refusal(api.dialect.codes.invalid, reading.breach)
  return reading.value
}

const noValues: Readonly<Record<string, unknown>> = Object.freeze({})

function brokenEncoding(codes: Dialect['codes'], name: string): never {
  throw refusal(codes.invalid, `${name}: must be percent-encoded UTF-8`)
}

function readBody(
  endpoint: Endpoint,
  requestContext: RequestContext,
  maxBodyBytes: number,
  leniencies: LeniencyList,
): unknown {
  const { request } = requestContext
  const { dialect } = endpoint.mock.api
  const { body } = endpoint.operation
  if (request.tooLarge || (request.body && request.body.length > maxBodyBytes)) {
    throw refusal(
      toListed(endpoint, dialect.codes.tooLarge),
      `body: must have at most ${toCount(maxBodyBytes, 'byte')}`,
    )
  }
  if (!body) return undefined
  // A body that is not JSON is passed to the user's function. Its content type is ignored.
  if (!endpoint.hasJsonBody) return request.body ?? new Uint8Array()

  const value = readJson(endpoint, requestContext)
  if (value === undefined && body.required) throw refusal(dialect.codes.invalid, 'body: must be present')
  const given = value === undefined ? {} : value // an absent optional body has the same meaning as an empty object
  endpoint.toLeniencies().inBody(given, leniencies)
  const result = body.schema.safeParse(given)
  if (result.success) return result.data
  const { issues } = result.error
  throw refusal(
    toListed(endpoint, toInvalidCode(dialect, issues)),
    toIssueText(issues, given, 'body', endpoint.mock.toInvalidValueText),
  )
}

function readJson(endpoint: Endpoint, requestContext: RequestContext): unknown {
  const bytes = requestContext.request.body
  if (!bytes || bytes.length === 0) return undefined
  const { dialect } = endpoint.mock.api
  const reading = readJsonBody(bytes)
  if ('value' in reading) {
    if (reading.text.length === bytes.length) requestContext.bodyText = reading.text
    return reading.value ?? undefined // null means absent
  }
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
