import { setTimeout as sleep } from 'node:timers/promises'
import type { Send } from '../cleanup/cleanup-log.ts'

/** Sends the requests of one check, and can wait until what was written must be seen everywhere. */
export interface RetryPolicy {
  readonly send: Send
  /**
   * True where something was written and what is wrong may be of before: a read, or a write that found something else
   * than what was written last. `record` is the exchange that is wrong; the last one unless given. Never where a
   * request broke down or was not returned: no delay explains that.
   */
  readonly isRetryable: (record?: RecordWithMethod) => boolean
  /** From now on every request waits until all that was written before must be seen. */
  readonly slowDown: () => void
}

/** `lagMs` is how long a target may take until a write is seen by every read. */
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

/** Such a write says that something is missing, there already, or in another state: it has read, too. */
const readingStatuses = [404, 409, 412]

function isReading({ request, response }: RecordWithMethod): boolean {
  return request.method === 'GET' || (response !== undefined && readingStatuses.includes(response.status))
}

/** Repeats until nothing is left, or until the target had its time `times` over: parents go after their children. */
export async function untilNone<T>(lagMs: number, times: number, attempt: () => Promise<readonly T[]>) {
  const end = performance.now() + lagMs * times
  for (;;) {
    const left = await attempt()
    if (left.length === 0 || performance.now() >= end) return left
    await sleep(pollMs)
  }
}

/** Often enough to lose little time, seldom enough to bear. */
const pollMs = 25
