import { toPairs } from '../../http/transport.ts'

/** Headers of one connection (RFC 9110 7.6.1), which a proxy does not forward. */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'upgrade',
])

/**
 * The headers that a proxy forwards, in the same order and case. `Transfer-Encoding` and `Trailer` stay, because the body
 * keeps its form.
 */
export function toEndToEnd(raw: readonly string[]): string[] {
  const pairs = toPairs(raw)
  const named = pairs
    .filter(([name]) => name.toLowerCase() === 'connection')
    .flatMap(([, value]) => value.split(',').map((name) => name.trim().toLowerCase()))
  const isDropped = (name: string) => hopByHop.has(name) || (named.includes(name) && name !== 'transfer-encoding')
  return pairs.filter(([name]) => !isDropped(name.toLowerCase())).flat()
}

/** The headers with another value of `Host`. */
export function withHost(raw: readonly string[], host: string): string[] {
  return toPairs(raw).flatMap(([name, value]) => [name, name.toLowerCase() === 'host' ? host : value])
}

/**
 * The headers of a request with the length 0 if they state no length. A request without a length has no body, but Node
 * would announce one.
 */
export function withLength(method: string, raw: string[]): string[] {
  const hasLength = toPairs(raw).some(([name]) => /^(content-length|transfer-encoding)$/i.test(name))
  return hasLength || /^(GET|HEAD|DELETE|OPTIONS|TRACE)$/.test(method) ? raw : [...raw, 'Content-Length', '0']
}
