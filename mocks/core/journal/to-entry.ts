import type { Explanation } from '../auth/result.ts'
import type { TransportFault } from '../wire.ts'
import type { JournalEntry, Liberty } from './entry.ts'
import { type KeptBody, toJournalBody } from './kept-body.ts'
import { maskHeaders, maskQuery } from './mask.ts'

/** What the journal keeps of an exchange: references, for as long as nobody asks. */
export interface Kept {
  readonly id: number
  readonly time: number
  readonly namespace: string
  readonly method: string
  readonly path: string
  readonly query: string
  readonly requestHeaders: Readonly<Record<string, string | undefined>>
  readonly requestBody: KeptBody
  readonly status: number
  readonly responseHeaders: Readonly<Record<string, string>>
  readonly responseBody: KeptBody
  readonly delayMs: number | undefined
  readonly transport: TransportFault | undefined
  readonly api: string | undefined
  readonly operation: string | undefined
  readonly account: string | undefined
  readonly code: string | undefined
  readonly rule: string | undefined
  readonly liberties: readonly Liberty[]
  readonly fault: string | undefined
  readonly explanation: Explanation | undefined
}

export function toEntry(kept: Kept, bodyBytes: number): JournalEntry {
  const { requestBody, responseBody } = kept
  return {
    id: kept.id,
    time: new Date(kept.time).toISOString(),
    ...present({ api: kept.api, operation: kept.operation }),
    namespace: kept.namespace,
    ...present({ account: kept.account }),
    request: {
      method: kept.method,
      path: kept.path,
      query: maskQuery(kept.query),
      headers: maskHeaders(kept.requestHeaders),
      ...present({ body: requestBody && toJournalBody(requestBody, bodyBytes) }),
    },
    response: {
      status: kept.status,
      headers: maskHeaders(kept.responseHeaders),
      ...present({
        body: responseBody && toJournalBody(responseBody, bodyBytes),
        delayMs: kept.delayMs,
        transport: kept.transport,
      }),
    },
    ...present({ code: kept.code, rule: kept.rule }),
    liberties: kept.liberties,
    ...present({ fault: kept.fault, explanation: kept.explanation }),
  }
}

/** Without the members that have no value. */
function present<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined | ''> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined | ''> // `fromEntries` forgets the names
  }
}
