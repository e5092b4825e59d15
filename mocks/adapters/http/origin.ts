import type { IncomingMessage } from 'node:http'

/**
 * The scheme, host and port under which a client reached this server. A Host header with a port is what the client
 * used, through a mapped port too; one without it may have dropped the port, as some clients do, so the socket is asked.
 */
export function toOrigin(request: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const { headers, socket } = request
  const scheme = 'encrypted' in socket && socket.encrypted ? 'https' : 'http'
  const { host = '' } = headers
  if (hostWithPort.test(host)) return `${scheme}://${host}`
  const { localAddress = '127.0.0.1', localPort } = socket
  const address = localAddress.replace(/^::ffff:/i, '') // how a socket for both families shows an IPv4 address
  return `${scheme}://${address.includes(':') ? `[${address}]` : address}:${localPort}`
}

/** Nothing but a name or an address and a port: it becomes part of an address. */
const hostWithPort = /^(?:[\w.-]+|\[[\da-f:.]+\]):\d{1,5}$/i
