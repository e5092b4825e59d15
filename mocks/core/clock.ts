/** The source of time. Adapters pass the system clock. Tests and deterministic runs pass their own clock. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number
}

/** A clock that only moves when `advance` is called. `start` and `byMs` are in milliseconds. */
export function manualClock(start: number): Clock & { readonly advance: (byMs: number) => void } {
  let time = start
  return {
    now: () => time,
    advance: (byMs) => {
      time += byMs
    },
  }
}

/** A clock that follows another clock. After `set` or `advance` it keeps an offset to that clock. */
export interface SettableClock extends Clock {
  /**
   * The time to compare the dates of signed requests with. Clients sign with the real time, so this clock follows the
   * real time even if `now` does not. `set` and `advance` change both.
   */
  readonly authNow: () => number
  /** Sets the time, in milliseconds since 1970. */
  readonly set: (to: number) => void
  readonly advance: (byMs: number) => void
  /** Removes the offset. */
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
