import type { RequestLogEntry } from './entry.ts'
import { toLoggedBody } from './kept-body.ts'
import { maskHeaders, maskQuery } from './mask.ts'
import type { Slot } from './slot.ts'

/** A slot as somebody reads it. */
export function toEntry(slot: Slot, bodyBytes: number): RequestLogEntry {
  const { account, delayMs, transport, code, rule, apiError, explanation } = slot
  return {
    id: slot.id,
    time: new Date(slot.time).toISOString(),
    ...present({ api: slot.mock?.api.id, operation: slot.endpoint?.operation.id }),
    namespace: slot.namespace,
    ...present({ account }),
    request: {
      method: slot.method,
      path: slot.path,
      query: maskQuery(slot.query),
      headers: maskHeaders(slot.requestHeaders),
      ...present({ body: toLoggedBody(slot.requestBody, bodyBytes) }),
    },
    response: {
      status: slot.status,
      headers: maskHeaders(slot.responseHeaders),
      ...present({ body: toLoggedBody(slot.responseBody, bodyBytes), delayMs, transport }),
    },
    ...present({ code, rule }),
    leniencies: slot.leniencies,
    ...present({ apiError, explanation }),
  }
}

/** Without the members that have no value. */
function present<T extends object>(members: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  // `fromEntries` forgets which names and values go together.
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>
  }
}
