import { setTimeout as sleep } from 'node:timers/promises'
import type { Send } from './ledger.ts'

/** Sends the requests of one check, and can wait until what was written must be seen everywhere. */
export interface Pacer {
  readonly send: Send
  /** True where something was written, so that what was read since may be of before. */
  readonly mayLag: () => boolean
  /** From now on every request waits until all that was written before must be seen. */
  readonly slowDown: () => void
}

/** `lagMs` is how long a target may take until a write is seen by every read. */
export function createPacer(send: Send, lagMs: number): Pacer {
  let settledAt = 0
  let isSlow = false
  return {
    async send(operation, input) {
      if (isSlow) await sleep(Math.max(0, settledAt - performance.now()))
      const exchange = await send(operation, input)
      const isRead = exchange.request.method === 'GET'
      if (!isRead && exchange.response.status < 300) settledAt = performance.now() + lagMs
      return exchange
    },
    mayLag: () => lagMs > 0 && settledAt > 0,
    slowDown: () => {
      isSlow = true
    },
  }
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
