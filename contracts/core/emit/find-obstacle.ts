import { redacted } from '../../../schemas/core/lib/secrets.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'

/** Headers that `fetch` sets. */
const automatic = new Set(['host', 'content-length', 'connection', 'user-agent'])

/** Names of headers that emitted tests do not send, in lower case: signatures and secrets of the user. */
export type Omitted = ReadonlySet<string>

/**
 * The headers that emitted tests leave out: those of the setting `headers`, which may be secrets, and those of
 * signatures if the run signs its requests.
 */
export function toOmittedHeaders(headers: Readonly<Record<string, string>>, isSigned: boolean): Omitted {
  const names = [...Object.keys(headers), ...(isSigned ? signatureHeaders : [])]
  return new Set(names.map((name) => name.toLowerCase()))
}

const signatureHeaders = [
  'authorization',
  'date',
  'x-fc-date',
  'x-fc-security-token',
  'x-acs-date',
  'x-acs-content-sha256',
  'x-acs-signature-nonce',
  'x-acs-security-token',
  'x-sdk-date',
  'x-security-token',
]

/** The headers that an emitted test sets. */
export function toOwnHeaders({ request }: ExchangeRecord, omitted: Omitted): Readonly<Record<string, string>> {
  const own = request.headers
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name, value]) => !automatic.has(name) && !omitted.has(name) && !(name === 'accept' && value === usual))
  return Object.fromEntries(own)
}

const usual = 'application/json'

/** Why `fetch` cannot send a recorded request again. */
export function findObstacle({ request }: ExchangeRecord, omitted: Omitted): string | undefined {
  const { method, url, headers, body, bodyBytes } = request
  if (!URL.canParse(url) || new URL(url).href !== url) return 'fetch changes its URL'
  if (['TRACE', 'CONNECT', 'TRACK'].includes(method)) return `fetch cannot send ${method}`
  if (bodyBytes > 0 && ['GET', 'HEAD'].includes(method)) return `fetch sends no body with ${method}`
  if (Buffer.byteLength(body) !== bodyBytes || body.includes('\ufffd')) return 'its body is long or is not text'
  if (body.includes(redacted) || url.includes(redacted)) return 'it contains a secret'
  const names = headers.map(([name]) => name.toLowerCase())
  for (const [name, value] of headers) {
    const lower = name.toLowerCase()
    if (omitted.has(lower)) continue
    if (lower === 'content-length' ? Number(value) !== bodyBytes : forbidden.has(lower)) return `fetch sets ${name}`
    if (value.includes(redacted)) return `the header ${name} is a secret`
    if (names.filter((one) => one === lower).length > 1) return `fetch joins the headers ${name}`
    if (!keepsHeader(name, value)) return `fetch changes the header ${name}`
  }
  return undefined
}

const forbidden = new Set(['transfer-encoding', 'expect', 'te', 'trailer', 'upgrade', 'keep-alive'])

function keepsHeader(name: string, value: string): boolean {
  try {
    return new Headers([[name, value]]).get(name) === value
  } catch {
    return false
  }
}
