import { bounds } from '../bounds.ts'
import type { RequestContext } from '../request-context.ts'
import type { WireResponse } from '../wire.ts'
import type { RequestLogEntry, RequestLogFilter } from './entry.ts'
import { toFilter } from './filter.ts'
import { createRecord, fillRecord, type RequestRecord } from './request-record.ts'
import { toEntry } from './to-entry.ts'

export interface RequestLogSettings {
  /** Largest number of entries. 0 disables the request log. Default: 1000. */
  readonly entries?: number | undefined
  /** Largest number of bytes of each body. Default: 4096. */
  readonly bodyBytes?: number | undefined
}

/** The latest requests and responses. Logging only stores references. Entries are created when the log is read. */
export interface RequestLog {
  readonly note: (requestContext: RequestContext, response: WireResponse) => void
  /** Oldest first. Throws a `ControlError` for an invalid filter. */
  readonly read: (filter?: RequestLogFilter) => RequestLogEntry[]
  /** Removes all entries, or the entries of one namespace. */
  readonly clear: (namespace?: string) => void
  /** Calls a listener after every request. Returns how to stop that. */
  readonly listen: (listener: () => void) => () => void
}

export function createRequestLog({
  entries = bounds.requestLogEntries,
  bodyBytes = bounds.requestLogBodyBytes,
}: RequestLogSettings = {}): RequestLog {
  /** A ring buffer. The entry with the id `n` is at index `n` modulo its length. */
  const ring: RequestRecord[] = []
  let count = 0
  const listeners = new Set<() => void>()

  return {
    note(requestContext, response) {
      if (entries === 0) return
      count += 1
      const at = (count - 1) % entries
      const record = ring[at] ?? createRecord()
      ring[at] = record
      fillRecord(record, count, requestContext, response, bodyBytes)
      for (const listener of listeners) listener()
    },
    read(filter = {}) {
      const matches = toFilter(filter)
      const found = ring.filter((record) => record.id > 0 && matches(record)).sort((a, b) => a.id - b.id)
      const { limit = found.length } = filter
      return found.slice(found.length - Math.min(limit, found.length)).map((record) => toEntry(record, bodyBytes))
    },
    clear(namespace) {
      for (const [at, record] of ring.entries()) {
        if (namespace === undefined || record.namespace === namespace) ring[at] = createRecord()
      }
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
