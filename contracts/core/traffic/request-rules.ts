import type { Api } from '../../../schemas/core/api.ts'
import { isSecretName, redacted } from '../../../schemas/core/lib/secrets.ts'
import { findUndocumentedProperties } from '../generate/undocumented-properties.ts'
import { type Finding, toText } from '../assertions/expect.ts'
import { isObject } from '../assertions/expect-response.ts'
import { type Exchange, readJson } from '../http/exchange.ts'
import { findRequestIssues, readRequest } from '../report/read-request.ts'

/**
 * How a request differs from the schemas of its operation. The client is at fault, not the server. `isBodyMissing`: the
 * recording does not have the body of the request, so only parameters are tested.
 */
export function findRequestFault(
  { dialect }: Pick<Api, 'dialect'>,
  { operation, request }: Pick<Exchange, 'operation' | 'request'>,
  isBodyMissing: boolean,
): Finding | undefined {
  const { body } = request
  const reading = readJson(body)
  const isJson = operation.body?.mediaType === 'application/json'
  if (isJson && body.length > 0 && !reading.ok)
    return { expected: 'a JSON body in the request', actual: reading.why, symptom: toSymptom(['body'], 'not JSON') }
  const parts = readRequest(operation, { request: { ...request, body: '', bodyBytes: 0 } })
  const sent = reading.ok && isJson ? reading.value : body.length > 0 ? '' : undefined
  // Clients of some vendors write null for an absent field.
  const value = dialect.isNullAbsent ? withoutNulls(sent) : sent
  const issues = findRequestIssues(operation, { ...parts, body: value }).filter(
    ({ place }) => !isBodyMissing || !place.startsWith('body'),
  )
  if (issues.length > 0) {
    const names = [...new Set(issues.map(({ place }) => place.replaceAll(/\.\d+(?=\.|$)/g, '.[]')))]
    const problem = [...new Set(issues.map(({ words }) => words))].join('; ')
    return {
      expected: `a request that matches its schema: ${issues.map(({ place, words }) => `${place} ${words}`).join('; ')}`,
      actual: issues.map(({ place, found }) => `${place} ${toText(toShown(place, found))}`).join('; '),
      symptom: toSymptom(names, problem),
    }
  }
  return findUndocumentedFields(operation.body?.schema, sent)
}

function findUndocumentedFields(
  schema: Parameters<typeof findUndocumentedProperties>[0] | undefined,
  sent: unknown,
): Finding | undefined {
  const found = schema ? findUndocumentedProperties(schema, sent) : []
  if (found.length === 0) return undefined
  const texts = found.map(({ pointer, meant }) => (meant === undefined ? pointer : `${pointer} (for ${meant})`))
  return {
    finding: found.some(({ meant }) => meant !== undefined) ? 'misspelled-property' : 'undocumented-property',
    expected: 'documented or observed fields only in the request',
    actual: texts.join(', '),
    symptom: toSymptom(texts, 'undocumented'),
  }
}

/** A report must not contain the secrets of a client. */
function toShown(place: string, found: unknown): unknown {
  return found !== undefined && isSecretName(place.slice(place.lastIndexOf('.') + 1)) ? redacted : found
}

function toSymptom(names: readonly string[], problem: string): NonNullable<Finding['symptom']> {
  return { part: 'request', names, problem }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isObject(value)) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== null)
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutNulls(inner)]))
}
