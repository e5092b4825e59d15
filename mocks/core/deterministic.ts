import { type Clock, manualClock } from './clock.ts'
import { type Random, seededRandom, toHash32 } from '../../schemas/core/lib/random.ts'
import { createIds, type Ids } from './ids.ts'

/** Where a namespace takes times, ids and chance from. */
export interface Sources {
  readonly clock: Clock
  readonly ids: Ids
  readonly random: Random
  /** Called with every request. */
  readonly tick: () => void
  /** Requests so far; none where nothing is counted. */
  readonly ticks: () => number | undefined
}

/** 2026-01-01T00:00:00Z: when a deterministic clock starts, in milliseconds since 1970. */
export const deterministicStart = Date.UTC(2026, 0, 1)

/** How far a deterministic clock moves with every request, so that times which must differ do. */
const tickMs = 1000

/**
 * The sources of one namespace of a deterministic run: independent of other namespaces, so that tests which run side by
 * side do not disturb each other's ids. `ticks` is where a state from before goes on: its ids do not come again.
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
