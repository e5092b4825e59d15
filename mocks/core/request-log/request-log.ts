import type { RequestContext } from '../request-context.ts'
import type { WireResponse } from '../wire.ts'
import type { RequestLogEntry, RequestLogFilter } from './entry.ts'
import { emptySlot, fillSlot, type Slot } from './slot.ts'
import { toEntry } from './to-entry.ts'
import { toTest } from './to-test.ts'

export interface RequestLogSettings {
  /** Most entries; 1000 unless given, 0 for no request log. */
  readonly entries?: number | undefined
  /** Most bytes of each body; 4096 unless given. */
  readonly bodyBytes?: number | undefined
}

/** The exchanges of late. Writing keeps references and no more; entries are made when somebody reads. */
export interface RequestLog {
  readonly note: (requestContext: RequestContext, result: WireResponse) => void
  /** Oldest first. Throws a `ControlError` for a filter that is none. */
  readonly read: (filter?: RequestLogFilter) => RequestLogEntry[]
  /** All of it, or what one namespace has in it. */
  readonly clear: (namespace?: string) => void
}

export function createRequestLog({ entries = 1000, bodyBytes = 4096 }: RequestLogSettings = {}): RequestLog {
  /** A ring: the entry with the id `n` stands at `n` modulo its length. */
  const ring: Slot[] = []
  let count = 0

  return {
    note(requestContext, result) {
      if (entries === 0) return
      count += 1
      const at = (count - 1) % entries
      const slot = ring[at] ?? emptySlot()
      ring[at] = slot
      fillSlot(slot, count, requestContext, result, bodyBytes)
    },
    read(filter = {}) {
      const isMeant = toTest(filter)
      const found = ring.filter((slot) => slot.id > 0 && isMeant(slot)).sort((a, b) => a.id - b.id)
      const { limit = found.length } = filter
      return found.slice(found.length - Math.min(limit, found.length)).map((slot) => toEntry(slot, bodyBytes))
    },
    clear(namespace) {
      for (const [at, slot] of ring.entries()) {
        if (namespace === undefined || slot.namespace === namespace) ring[at] = emptySlot()
      }
    },
  }
}
