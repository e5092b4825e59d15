import type { Server } from 'node:http'
import type { Server as TlsServer } from 'node:https'
import type { Socket } from 'node:net'
import { toSystemReason } from '../../../schemas/core/lib/system-reason.ts'

export interface Listening {
  readonly url: string
  readonly port: number
  /** Waits up to one second for running requests, then closes their connections. */
  readonly close: () => Promise<void>
}

/** Another process listens on the port. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError'
  readonly port: number
  readonly host: string

  constructor(port: number, host: string, cause: unknown) {
    super(`port ${port} on ${host} is in use; use another port, or 0 for a free port`, { cause })
    this.port = port
    this.host = host
  }
}

/** The operating system rejects the address or the port. */
export class CannotListenError extends Error {
  override readonly name = 'CannotListenError'

  constructor(port: number, host: string, cause: unknown) {
    super(`cannot listen on ${host}:${port}: ${toSystemReason(cause)}; use another host or port`, { cause })
  }
}

/** Starts a server. Rejects with {@link PortInUseError}, or with {@link CannotListenError} for other reasons. */
export function listen(server: Server | TlsServer, port: number, host: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: Error & { code?: string }) => {
      reject(new (cause.code === 'EADDRINUSE' ? PortInUseError : CannotListenError)(port, host, cause))
    }
    const sockets = rememberSockets(server)
    server.once('error', refuse)
    server.listen(port, host, () => {
      server.off('error', refuse)
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      const scheme = 'setSecureContext' in server ? 'https' : 'http'
      const name = host.includes(':') ? `[${host}]` : host
      resolve({ url: `${scheme}://${name}:${bound}`, port: bound, close: () => close(server, sockets) })
    })
  })
}

/** Tracks all sockets, because Node's list of connections only contains those with a finished TLS handshake. */
function rememberSockets(server: Server | TlsServer): ReadonlySet<Socket> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return sockets
}

function close(server: Server | TlsServer, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve, reject) => {
    const cutOff = setTimeout(() => {
      for (const socket of sockets) socket.destroy()
    }, graceMs)
    server.close((error) => {
      clearTimeout(cutOff)
      if (error) reject(error)
      else resolve()
    })
    server.closeIdleConnections()
  })
}

/** Responses take longer only if a delay was configured. */
const graceMs = 1000
