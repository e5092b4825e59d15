/** A request that was sent, from its start to its end. */
export interface Flight {
  /** The keys of the resource that the request concerns, each followed by a line feed. Empty: any resource. */
  readonly scope: string
  readonly kind: 'write' | 'read' | 'list'
  /** The scopes of the requests at the same time that make the state unknown. */
  readonly overlaps: string[]
}

/**
 * Finds the requests that run at the same time as a write of the same resource. Their order is not known, so a response
 * may show the state before or after the write. Requests for other resources do not matter: checks run at the same time.
 * Lists do not matter to writes, because lists of different checks show the same resources.
 */
export interface Overlaps {
  readonly start: (scope: string, kind: Flight['kind']) => Flight
  readonly end: (flight: Flight) => void
}

export function createOverlaps(): Overlaps {
  const running = new Set<Flight>()
  return {
    start(scope, kind) {
      const flight: Flight = { scope, kind, overlaps: [] }
      for (const other of running) {
        const isWritten = kind === 'write' || other.kind === 'write'
        if (!isWritten || !isWithin(scope, other.scope)) continue
        if (other.kind !== 'list') flight.overlaps.push(other.scope)
        if (kind !== 'list') other.overlaps.push(scope)
      }
      running.add(flight)
      return flight
    },
    end: (flight) => void running.delete(flight),
  }
}

/** Whether one scope contains the other, or both are equal. */
export function isWithin(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}
