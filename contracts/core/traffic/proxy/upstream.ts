import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls, rootCertificates } from 'node:tls'
import { bounds } from '../../bounds.ts'
import { toFailure, TransportFailure } from '../../http/transport.ts'

export interface Upstream {
  readonly origin: URL
  /** The request target at the upstream for that of a client. */
  readonly toPath: (target: string) => string
  /** Starts a request with exactly these headers. */
  readonly request: (method: string, path: string, headers: readonly string[]) => ReturnType<typeof httpRequest>
  /** Opens a connection for bytes of another protocol. */
  readonly connect: () => Socket
  /** Why a request has no response. */
  readonly toFailure: (error: NodeJS.ErrnoException, isConnected: boolean, hasResponse: boolean) => TransportFailure
  readonly close: () => void
}

/** The server behind the proxy. Opens no connection. `ca`: certificates of a private authority, in PEM. */
export function createUpstream(origin: URL, ca?: string): Upstream {
  const isSecure = origin.protocol === 'https:'
  // A connection that was idle for a second is not used again, because the server may close it at the same time.
  const options = { keepAlive: true, timeout: 1000 }
  const trusted = ca === undefined ? {} : { ca: [...rootCertificates, ca] }
  const agent = isSecure ? new HttpsAgent({ ...options, ...trusted }) : new HttpAgent(options)
  const host = origin.hostname.replace(/^\[(.*)\]$/, '$1')
  const port = Number(origin.port) || (isSecure ? 443 : 80)
  const start = isSecure ? httpsRequest : httpRequest
  const base = origin.pathname.replace(/\/+$/, '')
  return {
    origin,
    // A client that uses the proxy as an HTTP proxy sends an absolute URL.
    toPath: (target) => base + target.replace(/^https?:\/\/[^/?]*/i, ''),
    request: (method, path, headers) =>
      start({ agent, host, port, method, path, headers, setHost: false, maxHeaderSize: bounds.headBytes }),
    connect: () =>
      isSecure
        ? connectTls({ host, port, ...trusted, ...(isName(host) && { servername: host }) })
        : connectTcp(port, host),
    toFailure: (error, connected, responded) =>
      toFailure(error, { connected, responded }, isSecure ? origin : undefined),
    close: () => agent.destroy(),
  }
}

/** Rejects with the reason if there is no connection to the upstream within a time. Sends nothing over HTTP. */
export function checkConnection({ origin, connect, toFailure: explain }: Upstream, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect()
    const end = (problem?: TransportFailure) => {
      clearTimeout(timer)
      socket.destroy()
      if (problem) reject(problem)
      else resolve()
    }
    const timer = setTimeout(
      () => end(new TransportFailure('unreachable', `no connection within ${timeoutMs} ms`)),
      timeoutMs,
    )
    socket.once(origin.protocol === 'https:' ? 'secureConnect' : 'connect', () => end())
    socket.once('error', (error) => end(explain(error, false, false)))
  })
}

/** TLS does not allow an address as the name of a server. */
function isName(host: string): boolean {
  return !/^[\d.]+$|:/.test(host)
}
