import { quoteShell } from '../../../schemas/core/lib/shell.ts'
import type { ExchangeRecord } from './exchange-record.ts'

/** One line for a POSIX shell that sends the request again. Redacted headers stand in it as they are in the record. */
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

/** What curl sends of itself. */
const implied = new Set(['host', 'content-length', 'connection', 'transfer-encoding'])
