/** Where the emulator takes the time from. The adapters supply the system's; tests and deterministic runs their own. */
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

/** A clock that runs with another until it is touched, and from there on beside it. */
export interface SettableClock extends Clock {
  /**
   * What the dates of signed requests are compared with. Clients date them by their own clock, so that this is the real
   * time, even where the mock's is another; only what the user does to the clock is done to both.
   */
  readonly authNow: () => number
  /** The milliseconds since 1970 that it shall show. */
  readonly set: (to: number) => void
  readonly advance: (byMs: number) => void
  /** Makes it run with the other again. */
  readonly release: () => void
  readonly isTouched: () => boolean
}

export function settableClock(base: Clock, authNow: () => number): SettableClock {
  let [offset, authOffset] = [0, 0]
  let touched = false
  return {
    now: () => base.now() + offset,
    authNow: () => authNow() + authOffset,
    set(to) {
      offset = to - base.now()
      authOffset = to - authNow()
      touched = true
    },
    advance(byMs) {
      offset += byMs
      authOffset += byMs
      touched = true
    },
    release() {
      offset = 0
      authOffset = 0
      touched = false
    },
    isTouched: () => touched,
  }
}
