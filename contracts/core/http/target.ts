import type { Api } from '../../../schemas/core/api.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { bounds } from '../bounds.ts'
import { WrongUseError } from '../exit-codes.ts'
import type { Exchange, WireRequest, WireResponse } from './exchange.ts'
import { createThrottle, isThrottled } from './throttling.ts'
import { createTransport, type Transport, TransportFailure, type TransportLimits } from './transport.ts'
import { TransportError } from './transport-error.ts'
import { type Headers, type Input, type Signer, toWireRequest } from './wire-request.ts'

export type { Signer }

export interface TargetOptions {
  readonly api: Pick<Api, 'dialect'>
  /** Address of the implementation, with or without the base path of the API: `http://127.0.0.1:4010`. */
  readonly baseUrl: string
  /** Longest wait for a complete response, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number
  readonly signer?: Signer
  /** Sent with every request. */
  readonly headers?: Headers | undefined
  /** Certificates of a private authority, in PEM. */
  readonly ca?: string | undefined
  /** Most requests in one second. */
  readonly requestsPerSecond?: number | undefined
  /** Longest body that is read, in bytes. Default 10 MiB. */
  readonly maxBodyBytes?: number
  /** Sends the requests. Default: HTTP or HTTPS. */
  readonly transport?: Transport
}

/** The implementation under test. */
export interface Target {
  readonly baseUrl: string
  /** Sends a request, which may be invalid. Throws {@link TransportError} without a complete response. */
  readonly send: (operation: Operation, input?: Input) => Promise<Exchange>
  /**
   * Sends an unsigned GET request to a URL of the same host, with the same client. Undefined for another host, and if the
   * server throttles. Throws without a complete response.
   */
  readonly download: (url: string) => Promise<WireResponse | undefined>
  /** Closes the open connections. */
  readonly close: () => void
}

/** Opens no connection. Throws {@link WrongUseError} for an invalid base URL. */
export function createTarget(options: TargetOptions): Target {
  const origin = readBaseUrl(options.baseUrl)
  const { headers = {}, ca } = options
  const { transport = createTransport(origin, { ca }) } = options
  const throttle = createThrottle(options.requestsPerSecond)
  const limits: TransportLimits = {
    timeoutMs: options.timeoutMs ?? 10_000,
    maxBodyBytes: options.maxBodyBytes ?? bounds.responseBytes,
    maxHeadBytes: bounds.headBytes,
  }
  const maskedHeaders = Object.keys(headers).map((name) => name.toLowerCase())
  let withoutResponse = 0

  async function sendOnce(operation: Operation, input: Input) {
    const { rawPath, request: unsigned } = toWireRequest(
      origin,
      options.api.dialect.basePath,
      operation,
      input,
      headers,
    )
    const signer = input.signer ?? options.signer
    const added = signer === 'none' || !signer ? [] : Object.entries(await signer(unsigned))
    const request: WireRequest = { ...unsigned, headers: [...unsigned.headers, ...added], maskedHeaders }
    const sent = { request, operation }
    if (withoutResponse >= bounds.timeouts) {
      throw new TransportError('gave-up', `not sent: the last ${bounds.timeouts} requests had no response`, sent)
    }
    const start = performance.now()
    try {
      const response = await transport.roundTrip(request, rawPath, limits)
      withoutResponse = 0
      return { request, response, durationMs: performance.now() - start }
    } catch (error) {
      if (!(error instanceof TransportFailure)) throw error
      // Counts only timeouts, because other errors take no time. A timer may fire a little early.
      withoutResponse = performance.now() - start >= limits.timeoutMs * 0.9 ? withoutResponse + 1 : 0
      throw new TransportError(error.fault, error.message, sent)
    }
  }

  return {
    baseUrl: origin.href,
    close: transport.close,
    async send(operation, input = {}) {
      for (let attempts = 1; ; attempts += 1) {
        await throttle.wait()
        const exchange = await sendOnce(operation, input)
        if (!throttle.pause(operation.id, exchange.response, attempts)) return { ...exchange, operation, attempts }
      }
    },
    async download(text) {
      const url = URL.canParse(text) ? new URL(text) : undefined
      if (url?.host !== origin.host || !['http:', 'https:'].includes(url.protocol)) return undefined
      const own = url.protocol === origin.protocol ? transport : createTransport(url, { ca })
      const all = [
        ['host', url.host] as const,
        ...(maskedHeaders.includes('accept') ? [] : [['accept', '*/*'] as const]),
        ...Object.entries(headers),
      ]
      const request = { method: 'GET', url: url.href, headers: all, body: new Uint8Array() }
      try {
        for (let attempts = 1; ; attempts += 1) {
          await throttle.wait()
          const response = await own.roundTrip(request, url.pathname + url.search, limits)
          if (!throttle.pause('download', response, attempts)) return isThrottled(response) ? undefined : response
        }
      } finally {
        if (own !== transport) own.close()
      }
    },
  }
}

export function readBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    const isHost = !text.includes('://') && URL.canParse(`http://${text}`)
    const hint = isHost ? `; did you mean ${JSON.stringify(`http://${text}`)}?` : ''
    throw new WrongUseError(
      `the base URL must begin with http:// or https:// and have a host, not ${JSON.stringify(text)}${hint}`,
    )
  }
  if (url.username || url.password) throw new WrongUseError('the base URL must not contain a name or password')
  if (url.search || url.hash) throw new WrongUseError('the base URL must not have a query or a fragment')
  return url
}
