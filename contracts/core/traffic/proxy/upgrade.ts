import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { toPairs } from '../../http/transport.ts'
import { withHost } from './headers.ts'
import type { ProxyOptions } from './options.ts'

/**
 * Connects a client with the upstream for another protocol, such as WebSocket. The head of the request is sent as it was
 * received, and then bytes flow unchanged in both directions. The exchange is not judged.
 */
export function forwardUpgrade(
  { upstream, rewritesHost, onFailure }: ProxyOptions,
  { method = 'GET', url = '/', rawHeaders }: IncomingMessage,
  client: Duplex,
  head: Uint8Array,
): void {
  const server = upstream.connect()
  const headers = toPairs(rewritesHost ? withHost(rawHeaders, upstream.origin.host) : rawHeaders)
  const lines = [`${method} ${upstream.toPath(url)} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  server.write(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'))
  server.write(head)
  server.pipe(client).pipe(server)
  let isConnected = false
  server.once('connect', () => {
    isConnected = true
  })
  server.once('error', (error) => {
    if (!isConnected) onFailure(upstream.toFailure(error, false, false))
    client.destroy()
  })
  server.once('close', () => client.destroy())
  client.once('error', () => server.destroy())
  client.once('close', () => server.destroy())
}
