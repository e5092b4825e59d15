/** Where the emulator takes the time from. The doors supply the system's; tests and deterministic runs their own. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
}

/** A clock that stands still until it is told to move. `start` and `byMs` are milliseconds. */
export function manualClock(start: number): Clock & { readonly advance: (byMs: number) => void } {
  let time = start
  return {
    now: () => time,
    advance: (byMs) => {
      time += byMs
    },
  }
}
