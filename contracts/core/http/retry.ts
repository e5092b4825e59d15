import { setTimeout as sleep } from 'node:timers/promises'
import type { Send } from '../cleanup/cleanup-log.ts'

/** Sends the requests of one check, and retries for eventual consistency. */
export interface RetryPolicy {
  readonly send: Send
  /**
   * Whether replication lag can explain a wrong result: something was written, and the exchange is a read, or a write
   * that found an earlier state. `record` is the wrong exchange. Default: the last one. Errors and missing responses
   * are never explained by lag.
   */
  readonly isRetryable: (record?: RecordWithMethod) => boolean
  /** Makes every later request wait until all earlier writes must be visible. */
  readonly slowDown: () => void
}

/** `lagMs` is the longest time until every read returns a write. */
export function createRetryPolicy(send: Send, lagMs: number): RetryPolicy {
  let settledAt = 0
  let isSlow = false
  let isBroken = false
  let last: RecordWithMethod = { request: { method: '' } }
  return {
    async send(operation, input) {
      if (isSlow) await sleep(Math.max(0, settledAt - performance.now()))
      const exchange = await send(operation, input).catch((error: unknown) => {
        isBroken = true
        throw error
      })
      last = exchange
      isBroken ||= exchange.response.status >= 500
      const isRead = exchange.request.method === 'GET'
      if (!isRead && exchange.response.status < 300) settledAt = performance.now() + lagMs
      return exchange
    },
    isRetryable: (record = last) => lagMs > 0 && settledAt > 0 && !isBroken && isReading(record),
    slowDown: () => {
      isSlow = true
    },
  }
}

interface RecordWithMethod {
  readonly request: { readonly method: string }
  readonly response?: { readonly status: number }
}

/** This write reports a missing or existing resource, or another state. So it has also read. */
const readingStatuses = [404, 409, 412]

function isReading({ request, response }: RecordWithMethod): boolean {
  return request.method === 'GET' || (response !== undefined && readingStatuses.includes(response.status))
}

/** Repeats until nothing is left, at most `times` times the lag. Parents are removed after their children. */
export async function untilNone<T>(lagMs: number, times: number, attempt: () => Promise<readonly T[]>) {
  const end = performance.now() + lagMs * times
  for (;;) {
    const left = await attempt()
    if (left.length === 0 || performance.now() >= end) return left
    await sleep(pollMs)
  }
}

/** The interval between retries. It limits both the delay and the number of requests. */
const pollMs = 25
