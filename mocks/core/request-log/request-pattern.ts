import type { Names } from '../names.ts'
import type { RequestLogEntry } from './entry.ts'

/** What a request must have. Absent criteria match every request. */
export interface RequestPattern<N extends Names = Names> {
  readonly api?: N['api'] | undefined
  readonly operation?: N['operation'] | undefined
  readonly purpose?: string | undefined
  readonly namespace?: string | undefined
  readonly method?: string | undefined
  /** The whole path as it was sent. */
  readonly path?: string | undefined
  /** Decoded parameters. The request may have more. */
  readonly query?: Readonly<Record<string, string>> | undefined
  /** Names in any case. The request may have more. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Fields of the JSON body; the request may have more. A list must have the same length. A text is the whole body. */
  readonly body?: unknown
  /** The status of the response. */
  readonly status?: number | undefined
  /** The error code of the response. */
  readonly code?: string | undefined
}

export const patternNames: Readonly<Record<keyof RequestPattern, true>> = {
  api: true,
  operation: true,
  purpose: true,
  namespace: true,
  method: true,
  path: true,
  query: true,
  headers: true,
  body: true,
  status: true,
  code: true,
}

/** How a request differs from a pattern, such as `body.timeout: expected 5, got 3`. Empty if it matches. */
export function findDifferences(pattern: RequestPattern, entry: RequestLogEntry): string[] {
  const { request, response } = entry
  const query = Object.fromEntries(new URLSearchParams(request.query))
  const headers = toLowerCase(request.headers)
  const expected = { ...pattern, ...(pattern.headers && { headers: toLowerCase(pattern.headers) }), body: undefined }
  const actual = { ...entry, ...request, ...response, query, headers }
  return [
    ...compare(expected, actual, ''),
    ...(pattern.body === undefined ? [] : compare(pattern.body, toBody(entry, pattern.body), 'body')),
  ]
}

/** The body as JSON, or as text if the pattern is a text or the body is not JSON. */
function toBody({ request: { body } }: RequestLogEntry, wanted: unknown): unknown {
  if (body?.truncated) return `${body.text ?? ''}… (truncated; the request log has a limit)`
  if (typeof wanted === 'string' || body?.text === undefined) return body?.text ?? body?.base64
  try {
    return JSON.parse(body.text)
  } catch {
    return body.text
  }
}

function compare(expected: unknown, actual: unknown, place: string): string[] {
  if (expected === undefined || Object.is(expected, actual)) return []
  const differs = [`${place}: expected ${toText(expected)}, got ${toText(actual)}`]
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) return differs
  if (Array.isArray(expected) !== Array.isArray(actual)) return differs
  if (Array.isArray(expected) && expected.length !== Object.keys(actual).length) return differs
  const values = new Map(Object.entries(actual))
  return Object.entries(expected).flatMap(([name, value]) =>
    compare(
      value,
      values.get(name),
      Array.isArray(expected) ? `${place}[${name}]` : place === '' ? name : `${place}.${name}`,
    ),
  )
}

function toText(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text
}

const longestValue = 200

function toLowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}
