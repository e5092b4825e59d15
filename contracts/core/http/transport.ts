import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'
import type { WireRequest, WireResponse } from './exchange.ts'
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

/**
 * Sends bytes to one origin and reads the response within limits. It does not follow redirects, decode or repeat. A
 * missing or invalid response is a {@link TransportFailure}. The path is sent unchanged, including dot segments and
 * escapes.
 */
export function createTransport(origin: URL): Transport {
  const secure = origin.protocol === 'https:'
  // A connection that was idle for a second is not used again. If the server closes it at the same time, the next
  // request would look like a reset.
  const options = { keepAlive: true, timeout: 1000, maxSockets: 64 }
  const agent = secure ? new HttpsAgent(options) : new HttpAgent(options)
  const start = secure ? httpsRequest : httpRequest
  return {
    close: () => agent.destroy(),
    roundTrip: (request, rawPath, limits) =>
      new Promise((resolve, reject) => {
        const outgoing = start({
          agent,
          host: origin.hostname.replace(/^\[(.*)\]$/, '$1'),
          port: origin.port || (secure ? 443 : 80),
          method: request.method,
          path: rawPath,
          headers: request.headers.flat(),
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
        outgoing.on('error', (error) => fail(toFailure(error, progress)))
        outgoing.on('response', (incoming) => {
          progress.responded = true
          readBody(incoming, limits.maxBodyBytes).then((body) => {
            clearTimeout(deadline)
            resolve({ status: incoming.statusCode ?? 0, headers: toPairs(incoming.rawHeaders), body })
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

async function readBody(incoming: IncomingMessage, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of incoming) {
      const bytes: Uint8Array = chunk // no encoding was set, so chunks are bytes
      size += bytes.length
      if (size > limit)
        throw new TransportFailure('oversized', `the body of the response is larger than ${limit} bytes`)
      chunks.push(bytes)
    }
  } catch (error) {
    if (error instanceof TransportFailure) throw error
    throw new TransportFailure('cut-off', `the connection closed in the middle of the response, after ${size} bytes`)
  }
  return Buffer.concat(chunks)
}

function toTimeout(progress: Progress, timeoutMs: number): TransportFailure {
  if (!progress.connected) return new TransportFailure('unreachable', `no connection within ${timeoutMs} ms`)
  const what = progress.responded ? 'the response did not end' : 'no response came'
  return new TransportFailure('timeout', `${what} within ${timeoutMs} ms`)
}

function toFailure(error: NodeJS.ErrnoException, { connected, responded }: Progress): TransportFailure {
  const reason = error.code ?? error.message
  if (!connected) return new TransportFailure('unreachable', `no connection: ${toConnectReason(error)}`)
  if (error.code === 'HPE_HEADER_OVERFLOW')
    return new TransportFailure('oversized', 'the head of the response is too large')
  if (error.code?.startsWith('HPE_')) return new TransportFailure('malformed', `the response is not HTTP: ${reason}`)
  if (responded) return new TransportFailure('cut-off', 'the connection closed in the middle of the response')
  return new TransportFailure('reset', `the connection closed without a response (${reason})`)
}

/** A name with several addresses has one error for each address. */
function toConnectReason(error: NodeJS.ErrnoException): string {
  return error.message || error.code || 'unknown reason'
}

function toPairs(raw: readonly string[]): readonly (readonly [string, string])[] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []))
}
