import { type Random, seededRandom, toHash32 } from '../../schemas/core/lib/random.ts'
import { type Clock, manualClock } from './clock.ts'
import { createIds, type Ids } from './ids.ts'

/** Where a namespace takes times, ids and random numbers from. */
export interface Sources {
  readonly clock: Clock
  readonly ids: Ids
  readonly random: Random
  /** Called for every request. */
  readonly tick: () => void
  /** The number of requests so far; `undefined` if requests are not counted. */
  readonly ticks: () => number | undefined
}

/** The start of a deterministic clock: 2026-01-01T00:00:00Z, in milliseconds since 1970. */
export const deterministicStart = Date.UTC(2026, 0, 1)

/** How far a deterministic clock moves with every request, so that the times of two requests differ. */
const tickMs = 1000

/**
 * The sources of one namespace in a deterministic run. Each namespace has its own, so that tests that run at the same
 * time do not change each other's ids. `ticks` is the number of requests before a saved state was written. Ids from
 * before are not used again.
 */
export function deterministicSources(seed: number | string, namespace: string, ticks = 0): Sources {
  const clock = manualClock(deterministicStart + ticks * tickMs)
  const random = (purpose: string) => seededRandom(toHash32(JSON.stringify([String(seed), namespace, ticks, purpose])))
  let count = ticks
  return {
    clock,
    ids: createIds(random('ids')),
    random: random('faults'),
    tick() {
      count += 1
      clock.advance(tickMs)
    },
    ticks: () => count,
  }
}
