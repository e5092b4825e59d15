import type { IncomingMessage } from 'node:http'

/**
 * The scheme, host and port that a client used. A Host header with a port is correct, also with port mapping. Some
 * clients omit the port, so the port of the socket is used if the header has none.
 */
export function toOrigin(request: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const { headers, socket } = request
  const scheme = 'encrypted' in socket && socket.encrypted ? 'https' : 'http'
  const { host = '' } = headers
  if (hostWithPort.test(host)) return `${scheme}://${host}`
  const { localAddress = '127.0.0.1', localPort } = socket
  const address = localAddress.replace(/^::ffff:/i, '') // a dual-stack socket shows IPv4 addresses in this form
  return `${scheme}://${address.includes(':') ? `[${address}]` : address}:${localPort}`
}

/** Accepts only a name or an address with an optional port, because it becomes part of a URL. */
const hostWithPort = /^(?:[\w.-]+|\[[\da-f:.]+\]):\d{1,5}$/i
