import type { Exchange } from '../exchange.ts'
import type { WireResult } from '../wire.ts'
import type { JournalEntry, JournalFilter } from './entry.ts'
import { toKeptBody } from './kept-body.ts'
import { type Kept, toEntry } from './to-entry.ts'
import { toTest } from './to-test.ts'

export interface JournalSettings {
  /** Most entries; 1000 unless given, 0 for no journal. */
  readonly entries?: number | undefined
  /** Most bytes of each body; 4096 unless given. */
  readonly bodyBytes?: number | undefined
}

/** The exchanges of late. Writing keeps references and no more; entries are made when somebody reads. */
export interface Journal {
  readonly note: (exchange: Exchange, result: WireResult) => void
  /** Oldest first. */
  readonly read: (filter?: JournalFilter) => JournalEntry[]
  readonly clear: (namespace?: string) => void
}

export function createJournal({ entries = 1000, bodyBytes = 4096 }: JournalSettings = {}): Journal {
  const ring: (Kept | undefined)[] = Array.from({ length: entries }, () => undefined)
  let count = 0

  function toKept(): Kept[] {
    const start = count % entries
    return [...ring.slice(start), ...ring.slice(0, start)].filter((kept) => kept !== undefined)
  }

  return {
    note(exchange, result) {
      if (entries === 0) return
      const { request, namespace } = exchange
      ring[count % entries] = {
        id: count + 1,
        time: namespace.clock.now(),
        namespace: namespace.name,
        method: request.method,
        path: request.path,
        query: request.query,
        requestHeaders: request.headers,
        requestBody: toKeptBody(request.body, bodyBytes),
        status: result.status,
        responseHeaders: result.headers,
        responseBody: toKeptBody(result.body, bodyBytes),
        delayMs: result.delayMs,
        transport: result.fault,
        api: exchange.mock?.api.id,
        operation: exchange.endpoint?.operation.id,
        account: exchange.account,
        code: exchange.code,
        rule: exchange.rule,
        liberties: exchange.liberties,
        fault: exchange.fault,
        explanation: exchange.explanation,
      }
      count += 1
    },
    read(filter = {}) {
      const found = toKept().filter(toTest(filter))
      const { limit = found.length } = filter
      return found.slice(Math.max(0, found.length - limit)).map((kept) => toEntry(kept, bodyBytes))
    },
    clear(namespace) {
      for (const [at, kept] of ring.entries()) {
        if (namespace === undefined || kept?.namespace === namespace) ring[at] = undefined
      }
    },
  }
}
