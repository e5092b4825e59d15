import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import { rootCertificates } from 'node:tls'
import { toCount } from '../../../schemas/core/lib/count.ts'
import { createByteList } from '../../../schemas/core/lib/byte-list.ts'
import { ContentEncodingError, decodeContent } from './content-encoding.ts'
import type { WireRequest, WireResponse } from './exchange.ts'
import { findHttpProxy, readProxyEnv, toProxyHeaders } from './proxy.ts'
import type { TransportFailureKind } from './transport-error.ts'

export interface TransportLimits {
  /** Longest time from the request to the last byte of the response, in milliseconds. */
  readonly timeoutMs: number
  /** Largest response body in bytes. */
  readonly maxBodyBytes: number
  /** Largest response head in bytes. */
  readonly maxHeadBytes: number
}

/** A failure, before the target adds the request. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure'
  readonly fault: TransportFailureKind

  constructor(fault: TransportFailureKind, message: string) {
    super(message)
    this.fault = fault
  }
}

export interface Transport {
  readonly roundTrip: (request: WireRequest, rawPath: string, limits: TransportLimits) => Promise<WireResponse>
  readonly close: () => void
}

export interface TransportOptions {
  /** Certificates of a private authority, in PEM. They are trusted in addition to those of Node. */
  readonly ca?: string | undefined
}

/**
 * Sends bytes to one origin and reads the response within limits. It does not follow redirects or repeat. It decodes the
 * content encoding. A missing or invalid response is a {@link TransportFailure}. The path is sent unchanged, including
 * dot segments and escapes, also through a proxy.
 */
export function createTransport(origin: URL, { ca }: TransportOptions = {}): Transport {
  const secure = origin.protocol === 'https:'
  const proxyEnv = readProxyEnv()
  const proxy = secure ? undefined : findHttpProxy(origin, proxyEnv)
  // A connection that was idle for a second is not used again. If the server closes it at the same time, the next
  // request would look like a reset.
  const options = { keepAlive: true, timeout: 1000, maxSockets: 64 }
  const agent = secure
    ? new HttpsAgent({ ...options, ...(proxyEnv && { proxyEnv }), ...(ca && { ca: [...rootCertificates, ca] }) })
    : new HttpAgent(options)
  const start = secure || proxy?.protocol === 'https:' ? httpsRequest : httpRequest
  const peer = proxy ?? origin
  return {
    close: () => agent.destroy(),
    roundTrip: (request, rawPath, limits) =>
      new Promise((resolve, reject) => {
        const outgoing = start({
          agent,
          host: peer.hostname.replace(/^\[(.*)\]$/, '$1'),
          port: peer.port || (peer.protocol === 'https:' ? 443 : 80),
          method: request.method,
          path: proxy ? origin.origin + rawPath : rawPath,
          headers: [...request.headers, ...(proxy ? toProxyHeaders(proxy) : [])].flat(),
          setHost: false,
          maxHeaderSize: limits.maxHeadBytes,
        })
        const progress = watch(outgoing, secure)
        let deadline: NodeJS.Timeout
        // If other code has blocked this process, the response may have arrived without being read: the lost time is
        // added once.
        const limit = (ms: number, isLast: boolean) => {
          const due = performance.now() + ms
          deadline = setTimeout(() => {
            const lateMs = performance.now() - due
            if (lateMs < blockedMs || isLast) fail(toTimeout(progress, limits.timeoutMs))
            else limit(Math.min(lateMs, limits.timeoutMs), true)
          }, ms)
        }
        const fail = (failure: TransportFailure) => {
          clearTimeout(deadline)
          reject(failure)
          outgoing.destroy()
        }
        outgoing.on('error', (error) => fail(toFailure(error, progress, secure ? origin : undefined)))
        outgoing.on('response', (incoming) => {
          progress.responded = true
          readResponse(incoming, limits.maxBodyBytes).then((response) => {
            clearTimeout(deadline)
            resolve(response)
          }, fail)
        })
        limit(limits.timeoutMs, false)
        outgoing.end(request.body)
      }),
  }
}

/** A timer that is late by this time, in milliseconds, was blocked. */
const blockedMs = 50

interface Progress {
  connected: boolean
  responded: boolean
}

function watch(outgoing: ClientRequest, secure: boolean): Progress {
  const progress = { connected: false, responded: false }
  outgoing.on('socket', (socket: Socket) => {
    progress.connected = outgoing.reusedSocket
    if (progress.connected) return
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      progress.connected = true
    })
  })
  return progress
}

async function readResponse(incoming: IncomingMessage, limit: number): Promise<WireResponse> {
  const body = await readBody(incoming, limit)
  const response = { status: incoming.statusCode ?? 0, headers: toPairs(incoming.rawHeaders), body }
  try {
    return await decodeContent(response, limit)
  } catch (error) {
    if (!(error instanceof ContentEncodingError)) throw error
    throw new TransportFailure(error.isLarger ? 'oversized' : 'malformed', error.message)
  }
}

async function readBody(incoming: IncomingMessage, limit: number): Promise<Uint8Array> {
  const chunks = createByteList()
  try {
    for await (const chunk of incoming) {
      const bytes: Uint8Array = chunk // no encoding was set, so chunks are bytes
      if (chunks.size() + bytes.length > limit)
        throw new TransportFailure('oversized', `the body of the response is larger than ${limit} bytes`)
      chunks.add(bytes)
    }
  } catch (error) {
    if (error instanceof TransportFailure) throw error
    const size = chunks.size()
    throw new TransportFailure(
      'cut-off',
      `the connection closed in the middle of the response, after ${toCount(size, 'byte')}`,
    )
  }
  return chunks.join()
}

function toTimeout(progress: Progress, timeoutMs: number): TransportFailure {
  if (!progress.connected) return new TransportFailure('unreachable', `no connection within ${timeoutMs} ms`)
  const what = progress.responded ? 'the response did not end' : 'no response came'
  return new TransportFailure('timeout', `${what} within ${timeoutMs} ms`)
}

export function toFailure(
  error: NodeJS.ErrnoException,
  { connected, responded }: Readonly<Progress>,
  secureOrigin: URL | undefined,
): TransportFailure {
  const reason = error.code ?? error.message
  if (!connected && secureOrigin && noTls.test(`${error.code} ${error.message}`)) {
    const hint = `did you mean http://${secureOrigin.host}${secureOrigin.pathname.replace(/\/$/, '')}?`
    return new TransportFailure('unreachable', `no connection: no TLS at this address; ${hint}`)
  }
  if (!connected) return new TransportFailure('unreachable', `no connection: ${toConnectReason(error)}`)
  if (error.code === 'HPE_HEADER_OVERFLOW')
    return new TransportFailure('oversized', 'the head of the response is too large')
  if (error.code?.startsWith('HPE_')) return new TransportFailure('malformed', `the response is not HTTP: ${reason}`)
  if (responded) return new TransportFailure('cut-off', 'the connection closed in the middle of the response')
  return new TransportFailure('reset', `the connection closed without a response (${reason})`)
}

/** OpenSSL received bytes that are not TLS. */
const noTls = /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long/i

/** A name with several addresses has one error for each address. OpenSSL adds its source lines to a message. */
function toConnectReason({ message, code }: NodeJS.ErrnoException): string {
  const reason = /^[0-9A-F]+:error:[^:]*:(?:[^:]*:){1,2}([^:]+):/.exec(message)?.[1] ?? message
  if (code === undefined) return reason || 'unknown reason'
  return reason === '' || reason.includes(code) ? reason || code : `${reason} (${code})`
}

/** Headers as pairs, from the flat list of Node. */
export function toPairs(raw: readonly string[]): [name: string, value: string][] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []))
}
