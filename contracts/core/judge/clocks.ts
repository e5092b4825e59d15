import { toCount } from '../../../schemas/core/lib/count.ts'
import type { Exchange } from '../http/exchange.ts'

/** A time that a write returned as the time of this write. */
interface Reading {
  readonly exchange: Exchange
  readonly field: string
  readonly text: string
  /** The time that was read minus the time of the run, in milliseconds. */
  readonly offsetMs: number
}

/**
 * Finds operations whose clock differs from that of most others: in a wrong time zone, for example. The clock of the run
 * counts as one of them, but the clock of a whole target may differ from it.
 */
export interface Clocks {
  readonly add: (exchange: Exchange, field: string, text: string, time: number) => void
  readonly findings: () => readonly {
    readonly exchange: Exchange
    readonly expected: string
    readonly actual: string
  }[]
}

/** Clocks of one target, and requests that take long. */
const toleranceMs = 10 * 60_000

export function createClocks(now: () => number = Date.now): Clocks {
  const readings = new Map<string, Reading>()
  return {
    add(exchange, field, text, time) {
      const key = `${exchange.operation.id} ${field}`
      if (!readings.has(key)) readings.set(key, { exchange, field, text, offsetMs: time - now() })
    },
    findings() {
      const all = [...readings.values()]
      const ofOperations = new Map(all.map((reading) => [reading.exchange.operation.id, reading.offsetMs]))
      const offsets = [0, ...ofOperations.values()].toSorted((a, b) => a - b)
      // Of two clocks, either can be wrong.
      if (offsets.length < 3) return []
      const middle = offsets[Math.floor(offsets.length / 2)] ?? 0
      return all.flatMap((reading) => {
        const differenceMs = reading.offsetMs - middle
        if (Math.abs(differenceMs) <= toleranceMs) return []
        const minutes = Math.round(Math.abs(differenceMs) / 60_000)
        const expected = 'the time of the request, by the clock of most operations'
        return [{ ...reading, expected, actual: `${reading.field} ${reading.text}, ${toCount(minutes, 'minute')} off` }]
      })
    },
  }
}
