import type { Clock } from '../../mocks/core/clock.ts'

/** A clock for a server in this process, and a pause that moves it instead of waiting. */
export interface MovingClock {
  readonly clock: Clock
  readonly pause: (ms: number) => Promise<void>
}

export function createMovingClock(): MovingClock {
  let offsetMs = 0
  return {
    clock: { now: () => Date.now() + offsetMs },
    pause: async (ms) => {
      offsetMs += ms
    },
  }
}
