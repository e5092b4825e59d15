import { quoteShell } from '../../../schemas/core/lib/shell.ts'
import type { ExchangeRecord } from './exchange-record.ts'

/** A command for a POSIX shell that repeats the request. Secrets are redacted, as in the record. */
export function toCurl({ request }: ExchangeRecord): string {
  const cut = new TextEncoder().encode(request.body).length < request.bodyBytes
  return [
    'curl -sS -i --path-as-is',
    request.method === 'GET' ? '' : `-X ${request.method}`,
    quoteShell(request.url),
    ...request.headers
      .filter(([name]) => !implied.has(name.toLowerCase()))
      .map(([name, value]) => `-H ${quoteShell(value === '' ? `${name};` : `${name}: ${value}`)}`),
    request.bodyBytes === 0 ? '' : `--data-binary ${cut ? '@body' : quoteShell(request.body)}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** Headers that curl sends by itself. */
const implied = new Set(['host', 'content-length', 'connection', 'transfer-encoding'])
