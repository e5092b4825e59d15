import type { z } from 'zod'
import type { Dialect } from '../../schemas/core/dialect.ts'
import type { Endpoint } from './endpoint.ts'
import { Fault } from './fault.ts'
import { toFieldName, toIssueText } from './issues.ts'
import { readJsonBody } from './json-body.ts'
import { decodePercent, type Parameter, readParameter, readQuery } from './parameters.ts'
import type { WireRequest } from './wire.ts'

/** A request's values as the operation's schemas type them. */
export interface Decoded {
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly header: Readonly<Record<string, unknown>>
  readonly body: unknown
}

/** What the router took out of the path: template names, and their still encoded texts in the same order. */
export interface Captured {
  readonly names: readonly string[]
  readonly captures: readonly string[]
}

/** Decodes and validates a request; throws the dialect's fault, with the field named, for what breaks a rule. */
export function decode(endpoint: Endpoint, request: WireRequest, captured: Captured, maxBodyBytes: number): Decoded {
  const { parameters, mock } = endpoint
  const { codes } = mock.api.dialect
  return {
    path: readPath(endpoint, captured),
    query: readGroup(parameters.query, codes, (wanted) => {
      const values = readQuery(request.query, wanted)
      return (name) => (values.has(name) ? (values.get(name) ?? brokenEncoding(codes, name)) : undefined)
    }),
    header: readGroup(parameters.header, codes, () => (name) => request.headers[name.toLowerCase()]),
    body: readBody(endpoint, request, maxBodyBytes),
  }
}

function readPath(endpoint: Endpoint, { names, captures }: Captured): Readonly<Record<string, unknown>> {
  const { codes } = endpoint.mock.api.dialect
  return readGroup(endpoint.parameters.path, codes, () => (name) => {
    const capture = captures[names.indexOf(name)]
    return capture === undefined ? undefined : (decodePercent(capture) ?? brokenEncoding(codes, name))
  })
}

function readGroup(
  parameters: readonly Parameter[],
  codes: Dialect['codes'],
  toLookup: (parameters: readonly Parameter[]) => (name: string) => string | undefined,
): Readonly<Record<string, unknown>> {
  if (parameters.length === 0) return noValues
  const lookup = toLookup(parameters)
  const values: Record<string, unknown> = {}
  for (const parameter of parameters) {
    const reading = readParameter(parameter, lookup(parameter.name))
    if ('breach' in reading) throw refusal(codes.invalid, reading.breach)
    values[parameter.name] = reading.value
  }
  return values
}

const noValues: Readonly<Record<string, unknown>> = Object.freeze({})

function brokenEncoding(codes: Dialect['codes'], name: string): never {
  throw refusal(codes.invalid, `${name}: must be percent-encoded UTF-8`)
}

function readBody(endpoint: Endpoint, request: WireRequest, maxBodyBytes: number): unknown {
  const { dialect } = endpoint.mock.api
  const { body } = endpoint.operation
  if (request.tooLarge || (request.body && request.body.length > maxBodyBytes)) {
    throw refusal(toListed(endpoint, dialect.codes.tooLarge), `body: must have at most ${maxBodyBytes} bytes`)
  }
  if (!body) return undefined
  // Bytes that are not JSON belong to the user's function: never read them by content type.
  if (!endpoint.hasJsonBody) return request.body ?? new Uint8Array()

  const value = readJson(endpoint, request.body)
  if (value === undefined && body.required) throw refusal(dialect.codes.invalid, 'body: must be present')
  const given = value === undefined ? {} : value // an optional body that is absent says what an empty one says
  const result = body.schema.safeParse(given)
  if (result.success) return result.data
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

/** The code of the field that is named first, where it has one of its own. */
function toInvalidCode({ codes, invalidCodes = {} }: Dialect, [first]: readonly z.core.$ZodIssue[]): string {
  const field = first ? toFieldName(first.path) : ''
  // Maps put the client's own names into a path, and one may be `constructor`.
  return (Object.hasOwn(invalidCodes, field) && invalidCodes[field]) || codes.invalid
}

/** The code itself where the operation has it; the general one where it does not. */
function toListed({ operation, mock }: Endpoint, code: string): string {
  const isListed = operation.errors.includes(code) || operation.observedErrors.includes(code)
  return isListed ? code : mock.api.dialect.codes.invalid
}

/** The rule that was broken is the message, and what `X-Mock-Rule` shows. */
function refusal(code: string, rule: string): Fault {
  return new Fault(code, { message: rule, rule })
}
