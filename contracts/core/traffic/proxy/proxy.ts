import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { bounds } from '../../bounds.ts'
import { ContentEncodingError, decodeContent } from '../../http/content-encoding.ts'
import { toPairs, TransportFailure } from '../../http/transport.ts'
import type { Recorded, RecordedRequest, RecordedResponse } from '../recorded.ts'
import { toEndToEnd, withHost, withLength } from './headers.ts'
import type { ProxyOptions } from './options.ts'
import { tee } from './tee.ts'
import { forwardUpgrade } from './upgrade.ts'

export interface Proxy {
  /** It does not listen yet. */
  readonly server: Server
  /** Resolves when every exchange that has ended was reported. */
  readonly settled: () => Promise<unknown>
}

/** A server that forwards every request to the upstream and records the exchanges. */
export function createProxy(options: ProxyOptions): Proxy {
  /** Bodies that are being decoded. */
  const pending = new Set<Promise<void>>()
  const server = createServer({
    requestTimeout: 0,
    headersTimeout: 0,
    maxHeaderSize: bounds.headBytes,
    requireHostHeader: false,
  })
  server.on('request', (incoming, outgoing) => forward(options, pending, incoming, outgoing))
  // Node does not send `100 Continue` by itself then: the upstream decides.
  server.on('checkContinue', (incoming, outgoing) => forward(options, pending, incoming, outgoing))
  server.on('upgrade', (incoming, socket, head) => forwardUpgrade(options, incoming, socket, head))
  return { server, settled: () => Promise.all(pending) }
}

function forward(
  { upstream, rewritesHost, onRequest, onFailure }: ProxyOptions,
  pending: Set<Promise<void>>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void {
  const startedAt = Date.now()
  const start = performance.now()
  const { method = 'GET', url = '/' } = incoming
  const path = upstream.toPath(url)
  const kept = toEndToEnd(incoming.rawHeaders)
  const sent = withLength(method, rewritesHost ? withHost(kept, upstream.origin.host) : kept)
  const request: RecordedRequest = {
    method,
    url: upstream.origin.origin + path,
    headers: toPairs(incoming.rawHeaders),
    body: new Uint8Array(),
  }
  const end = onRequest(request)
  const requestBody = tee(incoming, bounds.responseBytes)
  let isEnded = false
  const finish = (rest: Pick<Recorded, 'response' | 'failure'>) => {
    if (isEnded) return
    isEnded = true
    end({ ...rest, request: { ...request, body: requestBody() }, startedAt, durationMs: performance.now() - start })
  }
  let isConnected = false
  let hasResponse = false
  const out = upstream.request(method, path, sent)
  const fail = (error: NodeJS.ErrnoException) => {
    if (isEnded) return
    const failure = upstream.toFailure(error, isConnected, hasResponse)
    onFailure(failure)
    finish({ failure })
    if (outgoing.headersSent) outgoing.destroy()
    else {
      incoming.unpipe(out).resume()
      outgoing.writeHead(502, { 'Content-Type': 'text/plain', Connection: 'close' }).end(`${toLine(failure)}\n`)
    }
  }
  out.on('socket', (socket) => {
    isConnected = out.reusedSocket
    if (isConnected) return
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => {
      isConnected = true
    })
  })
  out.on('error', fail)
  out.on('continue', () => outgoing.writeContinue())
  out.on('information', ({ statusCode, rawHeaders }) => {
    if (statusCode === 102) outgoing.writeProcessing()
    if (statusCode === 103) outgoing.writeEarlyHints(toObject(rawHeaders))
  })
  out.on('response', (received) => {
    hasResponse = true
    const responseBody = tee(received, bounds.responseBytes)
    outgoing.sendDate = false
    outgoing.writeHead(received.statusCode ?? 502, received.statusMessage, toEndToEnd(received.rawHeaders))
    outgoing.flushHeaders()
    received.on('error', fail)
    received.on('end', () => {
      if (received.rawTrailers.length > 0) outgoing.addTrailers(toPairs(received.rawTrailers))
      const response = { status: received.statusCode ?? 0, headers: toPairs(received.rawHeaders), body: responseBody() }
      const decoding = decode(response)
        .then(finish, fail)
        .finally(() => pending.delete(decoding))
      pending.add(decoding)
    })
    received.pipe(outgoing)
  })
  outgoing.on('close', () => {
    if (isEnded || outgoing.writableFinished) return
    // The client is gone, so nobody needs the response.
    isEnded = true
    end()
    out.destroy()
  })
  // `Expect: 100-continue` waits for the response to the head alone.
  if (incoming.headers.expect !== undefined) out.flushHeaders()
  incoming.pipe(out)
}

async function decode(response: RecordedResponse): Promise<Pick<Recorded, 'response' | 'failure'>> {
  if (response.body === 'missing') return { response }
  try {
    return { response: await decodeContent({ ...response, body: response.body }, bounds.responseBytes) }
  } catch (error) {
    if (!(error instanceof ContentEncodingError)) throw error
    if (error.isLarger) return { response: { ...response, body: 'missing' } }
    return { failure: new TransportFailure('malformed', error.message) }
  }
}

function toObject(raw: readonly string[]): Record<string, string> {
  return Object.fromEntries(toPairs(raw))
}

/** The text of the response that the proxy itself sends. */
function toLine({ message }: TransportFailure): string {
  return `faas-contracts proxy: ${message}`
}
