import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from '../../../schemas/core/api.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { WrongUseError } from '../exit-codes.ts'
import { type Exchange, readHeader, type WireRequest, type WireResponse } from './exchange.ts'
import { createTransport, TransportFailure, type TransportLimits } from './transport.ts'
import { TransportError } from './transport-error.ts'
import { type Input, toWireRequest } from './wire-request.ts'

/** Returns headers to add to a request, from its final method, URL, headers and bytes. */
export type Signer = (request: WireRequest) => Promise<Readonly<Record<string, string>>>

export interface TargetOptions {
  readonly api: Pick<Api, 'dialect'>
  /** The URL of the implementation: `http://127.0.0.1:4010`. It may include the base path of the API. */
  readonly baseUrl: string
  /** Longest wait for a complete response, in milliseconds. Default: 10,000. */
  readonly timeoutMs?: number
  readonly signer?: Signer
  /** Largest response body in bytes. Default: 10 MiB. */
  readonly maxBodyBytes?: number
}

/** The implementation under test. */
export interface Target {
  readonly baseUrl: string
  /** Sends a request, valid or not. Throws a {@link TransportError} without a complete response. */
  readonly send: (operation: Operation, input?: Input) => Promise<Exchange>
  /** Closes idle connections. */
  readonly close: () => void
}

/** Does not connect yet. Throws a {@link WrongUseError} for an invalid base URL. */
export function createTarget(options: TargetOptions): Target {
  const origin = readBaseUrl(options.baseUrl)
  const transport = createTransport(origin)
  const limits: TransportLimits = {
    timeoutMs: options.timeoutMs ?? 10_000,
    maxBodyBytes: options.maxBodyBytes ?? 10 * 1024 * 1024,
    maxHeadBytes: 64 * 1024,
  }
  let withoutResponse = 0

  async function sendOnce(operation: Operation, input: Input) {
    const { rawPath, request: unsigned } = toWireRequest(origin, options.api.dialect.basePath, operation, input)
    const signer = input.signer ?? options.signer
    const added = signer === 'none' || !signer ? [] : Object.entries(await signer(unsigned))
    const request: WireRequest = { ...unsigned, headers: [...unsigned.headers, ...added] }
    const sent = { request, operation }
    if (withoutResponse >= mostUnanswered) {
      throw new TransportError('gave-up', `not sent: ${mostUnanswered} consecutive requests had no response`, sent)
    }
    const start = performance.now()
    try {
      const response = await transport.roundTrip(request, rawPath, limits)
      withoutResponse = 0
      return { request, response, durationMs: performance.now() - start }
    } catch (error) {
      if (!(error instanceof TransportFailure)) throw error
      // Only waiting takes time. A refused or reset connection ends immediately. A timer may fire slightly early.
      withoutResponse = performance.now() - start >= limits.timeoutMs * 0.9 ? withoutResponse + 1 : 0
      throw new TransportError(error.fault, error.message, sent)
    }
  }

  return {
    baseUrl: origin.href,
    close: transport.close,
    async send(operation, input = {}) {
      for (let attempts = 1; ; attempts += 1) {
        const exchange = await sendOnce(operation, input)
        const waitMs = toWait(exchange.response, attempts)
        if (waitMs === undefined) return { ...exchange, operation, attempts }
        await sleep(waitMs)
      }
    },
  }
}

/**
 * The number of consecutive requests without a response after which no more are sent. A target that does not respond
 * then ends the run after three timeouts.
 */
const mostUnanswered = 3

/** A throttled request is sent up to three times, after the pause in the response. */
function toWait(response: WireResponse, attempts: number): number | undefined {
  const pause = readHeader(response, 'retry-after')
  if (attempts >= 3 || pause === undefined || !(response.status === 429 || response.status === 503)) return undefined
  // A number of seconds, or a date.
  const seconds = /^\d+$/.test(pause) ? Number(pause) : (Date.parse(pause) - Date.now()) / 1000
  return Number.isFinite(seconds) && seconds <= 5 ? Math.max(0, seconds) * 1000 : undefined
}

function readBaseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new WrongUseError(`the base URL must be an http or https URL, not ${JSON.stringify(text)}`)
  }
  if (url.username || url.password) throw new WrongUseError('the base URL must not contain a name or password')
  if (url.search || url.hash) throw new WrongUseError('the base URL must not have a query or a fragment')
  return url
}
