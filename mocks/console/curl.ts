import { toCount } from '../../schemas/core/lib/count.ts'
import { quoteShell } from '../../schemas/core/lib/shell.ts'
import type { RequestLogEntry } from '../core/request-log/entry.ts'

/** Headers that curl sets. */
const ownHeaders = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'transfer-encoding'])

/**
 * A curl command that repeats a request. Secrets are `REDACTED`, as in the request log. Binary and truncated bodies cannot
 * be repeated, so a comment replaces them.
 */
export function toCurl({ request }: Pick<RequestLogEntry, 'request'>, origin: string): string {
  const { method, path, query, headers, body } = request
  const options = Object.entries(headers)
    .filter(([name]) => !ownHeaders.has(name.toLowerCase()))
    .map(([name, value]) => `-H ${quoteShell(`${name}: ${value}`)}`)
  const isWhole = body?.text !== undefined && !body.truncated
  return [
    `curl -X ${quoteShell(method)} ${quoteShell(`${origin}${path}${query === '' ? '' : `?${query}`}`)}`,
    ...options,
    ...(isWhole ? [`--data-raw ${quoteShell(body.text ?? '')}`] : []),
    ...(body && !isWhole ? [`# the body of ${toCount(body.bytes, 'byte')} is not in the request log`] : []),
  ].join(' \\\n  ')
}
