import { setTimeout as sleep } from 'node:timers/promises'
import { bounds } from '../bounds.ts'
import { readHeader, type WireResponse } from './exchange.ts'

/** Whether a response asks for fewer requests: 429, or 503. */
export function isThrottled({ status }: Pick<WireResponse, 'status'>): boolean {
  return status === 429 || status === 503
}

/** Spreads the requests to a target, and pauses all of them while the target throttles. */
export interface Throttle {
  /** Waits until the next request may be sent. */
  readonly wait: () => Promise<void>
  /** Plans a pause after a throttled response. Returns false if the request must not be sent again. */
  readonly pause: (operation: string, response: WireResponse, attempts: number) => boolean
}

/** Without `requestsPerSecond`, requests are sent at once. */
export function createThrottle(requestsPerSecond?: number): Throttle {
  const intervalMs = requestsPerSecond === undefined ? 0 : 1000 / requestsPerSecond
  /** Operations that were throttled in spite of every pause. Their next requests have fewer attempts. */
  const persistent = new Set<string>()
  let nextAt = 0
  return {
    async wait() {
      for (;;) {
        const now = performance.now()
        if (now >= nextAt) {
          nextAt = now + intervalMs
          return
        }
        await sleep(Math.ceil(nextAt - now))
      }
    },
    pause(operation, response, attempts) {
      if (!isThrottled(response)) {
        persistent.delete(operation)
        return false
      }
      const pauseMs = toPause(readHeader(response, 'retry-after'), attempts)
      if (pauseMs > bounds.pauseMs || attempts >= (persistent.has(operation) ? fewAttempts : bounds.attempts)) {
        persistent.add(operation)
        return false
      }
      nextAt = Math.max(nextAt, performance.now() + pauseMs)
      return true
    },
  }
}

const fewAttempts = 2
const firstPauseMs = 200

/** The pause that the response states, in seconds or as a date. Otherwise it doubles with each attempt. */
function toPause(stated: string | undefined, attempts: number): number {
  const seconds = stated === undefined ? Number.NaN : /^\d+$/.test(stated) ? Number(stated) : toSeconds(stated)
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : firstPauseMs * 2 ** (attempts - 1)
}

function toSeconds(date: string): number {
  return (Date.parse(date) - Date.now()) / 1000
}
