import type { ExchangeRecord } from './exchange-record.ts'

/** One line for a POSIX shell that sends the request again. Redacted headers stand in it as they are in the record. */
export function toCurl({ request }: ExchangeRecord): string {
  const cut = new TextEncoder().encode(request.body).length < request.bodyBytes
  return [
    'curl -sS -i --path-as-is',
    request.method === 'GET' ? '' : `-X ${request.method}`,
    quote(request.url),
    ...request.headers
      .filter(([name]) => !implied.has(name.toLowerCase()))
      .map(([name, value]) => `-H ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`),
    request.bodyBytes === 0 ? '' : `--data-binary ${cut ? '@body' : quote(request.body)}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** What curl sends of itself. */
const implied = new Set(['host', 'content-length', 'connection', 'transfer-encoding'])

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
