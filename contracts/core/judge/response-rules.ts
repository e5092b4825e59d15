import { toCount } from '../../../schemas/core/lib/count.ts'
import { type SchemaNode, toJsonSchema } from '../../../schemas/core/json-schema.ts'
import type { Api } from '../../../schemas/core/api.ts'
import type { Finding } from '../assertions/expect.ts'
import {
  findJsonFault,
  findResponseFault,
  findSchemaFault,
  isObject,
  readObject,
} from '../assertions/expect-response.ts'
import { toErrorAssertion } from '../assertions/expect-error.ts'
import { findUndocumented } from '../assertions/undocumented-properties.ts'
import { bounds } from '../bounds.ts'
import { type Exchange, readHeader, readJson } from '../http/exchange.ts'
import { readTime } from '../read-time.ts'
import { readDocumentedCode, readError } from '../http/read-error.ts'
import type { JudgedRule, JudgeOptions } from './judgement.ts'

/** The findings that a response shows on its own. `requestIds` holds the request ids of earlier responses. */
export function* findResponseFindings(
  { api, allowUndocumented, profile }: Pick<JudgeOptions, 'api' | 'allowUndocumented' | 'profile'>,
  exchange: Exchange,
  requestIds: Set<string>,
): Generator<readonly [JudgedRule, Finding]> {
  const { operation, response } = exchange
  const { status, body } = response
  yield* findRequestIdFindings(api, exchange, requestIds)
  const undocumented = findUndocumented(api, allowUndocumented, exchange)
  if (undocumented) yield ['no-response-has-undocumented-properties', undocumented]
  const repeated = findRepeatedHeader(api, exchange)
  if (repeated) yield ['headers-are-not-repeated', repeated]
  if (status < 300) {
    if (status in operation.success) {
      const fault = findResponseFault(api, exchange, status)
      if (fault) yield ['every-success-matches-schema', fault]
      const time = findWrongTime(exchange)
      if (time) yield ['times-have-documented-form', time]
    }
    const type = readHeader(response, 'content-type')
    if (body.length === 0 && !operation.success[status]?.schema && type !== undefined) {
      yield [
        'empty-response-has-no-content-type',
        {
          expected: 'no content type without a body',
          actual: `the content type ${type}`,
        },
      ]
    }
    return
  }
  if (status >= 500) {
    yield [
      'no-response-is-a-server-error',
      {
        expected: 'a status below 500',
        actual: `status ${status}`,
        assertions: [{ about: 'status-below', below: 500 }],
      },
    ]
    return
  }
  if (status < 400) {
    const documented = Object.keys(operation.success).join(' or ')
    yield [
      'every-success-matches-schema',
      {
        expected: `status ${documented}`,
        actual: `status ${status}`,
        assertions: [{ about: 'status', statuses: Object.keys(operation.success).map(Number) }],
      },
    ]
    return
  }
  yield* findErrorFindings(api, profile, exchange)
}

/** The headers that have one value. */
function findRepeatedHeader({ dialect }: Api, { response }: Exchange): Finding | undefined {
  for (const name of [dialect.requestIdHeader, 'ETag', 'Content-Type']) {
    const values = response.headers.filter(([key]) => key.toLowerCase() === name.toLowerCase())
    if (values.length > 1) {
      const actual = values.map(([, value]) => value).join(' and ')
      return { expected: `one header ${name}`, actual: `${toCount(values.length, 'header')}: ${actual}` }
    }
  }
  return undefined
}

/** Times state a date after 1999, in the form of the documented example. */
function findWrongTime({ operation, response }: Exchange): Finding | undefined {
  const schema = operation.success[response.status]?.schema
  const reading = schema && readJson(response.body)
  if (!schema || !reading?.ok) return undefined
  for (const { name, node, value } of toTimes(toJsonSchema(schema), reading.value)) {
    const example = String(node.examples?.[0] ?? '')
    const isRight = readTime(example) === undefined ? hasShape(value, example) : (readTime(value) ?? 0) > firstTime
    if (!isRight) return { expected: `${name} in the form ${example}`, actual: `${name} ${value}` }
  }
  return undefined
}

/** No service of the APIs is older. */
const firstTime = Date.UTC(2000, 0)

function hasShape(value: string, example: string): boolean {
  const toShape = (text: string) => text.replaceAll(/\d/g, '0')
  return toShape(value) === toShape(example) && !value.startsWith('0')
}

function* toTimes(
  node: SchemaNode,
  value: unknown,
): Generator<{ readonly name: string; readonly node: SchemaNode; readonly value: string }> {
  if (Array.isArray(value)) for (const item of value) yield* toTimes(node.items ?? {}, item)
  if (!isObject(value)) return
  for (const [name, child] of Object.entries(node.properties ?? {})) {
    const inner = value[name]
    const isTime = /(Time|_time|_modified)$/.test(name) && child.examples?.[0] !== undefined
    if (isTime && typeof inner === 'string' && inner !== '') yield { name, node: child, value: inner }
    else yield* toTimes(child, inner)
  }
}

function* findErrorFindings(
  api: Api,
  profile: JudgeOptions['profile'],
  exchange: Exchange,
): Generator<readonly [JudgedRule, Finding]> {
  const { status } = exchange.response
  const rule = 'every-error-has-documented-body'
  const fault = findJsonFault(exchange) ?? findSchemaFault(exchange, api.dialect.errorModel)
  if (fault) {
    yield [rule, fault]
    return
  }
  const code = readDocumentedCode(api, exchange)
  const reading = readJson(exchange.response.body)
  const { code: given, message } = reading.ok ? readError(api.dialect, reading.value) : {}
  const other = Object.keys(api.errors).find((name) => name.toLowerCase() === given?.toLowerCase())
  if (other !== undefined && other !== given)
    yield [
      rule,
      { expected: `the code ${other}`, actual: `the code ${given}`, assertions: [toErrorAssertion(api, [other])] },
    ]
  if (!message) yield [rule, { expected: 'an error message', actual: message ?? 'no message' }]
  const entry = code === undefined ? undefined : api.errors[code]
  const documented = entry?.provenance && profile === 'documented' ? undefined : entry?.status
  if (documented !== undefined && documented !== status)
    yield [
      rule,
      {
        expected: `${code} with the status ${documented}`,
        actual: `${code} with the status ${status}`,
        assertions: [{ about: 'status', statuses: [documented] }],
      },
    ]
  const id = readHeader(exchange.response, api.dialect.requestIdHeader)
  const [name] = Object.entries(api.dialect.toErrorBody({ code: '', message: '', requestId: 'the id' })).find(
    ([, value]) => value === 'the id',
  ) ?? ['']
  const named = readObject(exchange)[name]
  if (id !== undefined && typeof named === 'string' && named !== id)
    yield [rule, { expected: `the request id ${id} of the header in ${name}`, actual: `${name} ${named}` }]
}

function* findRequestIdFindings(
  api: Api,
  { response }: Exchange,
  requestIds: Set<string>,
): Generator<readonly [JudgedRule, Finding]> {
  const { requestIdHeader: name } = api.dialect
  const id = readHeader(response, name)
  if (!id) {
    // If no response has the header, the target does not have request ids.
    if (requestIds.size > 0)
      yield [
        'every-response-has-request-id',
        {
          expected: `a header ${name} with a value`,
          actual: id ?? 'no header',
          assertions: [{ about: 'header', name, test: { is: 'present' } }],
        },
      ]
    return
  }
  if (requestIds.has(id))
    yield [
      'request-ids-are-unique',
      { expected: `another ${name} in each response`, actual: `${id} for the second time` },
    ]
  if (requestIds.size < bounds.ids && id.length <= bounds.idLength) requestIds.add(id)
}
