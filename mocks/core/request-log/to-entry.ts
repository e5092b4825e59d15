import { toGoverningSources, toOperationUrl } from '../../../schemas/core/source.ts'
import type { RequestLogEntry } from './entry.ts'
import { toLoggedBody } from './logged-body.ts'
import { maskHeaders, maskQuery } from './mask.ts'
import type { RequestRecord } from './request-record.ts'

/** Converts a record to an entry. */
export function toEntry(record: RequestRecord, bodyBytes: number): RequestLogEntry {
  const { purpose, account, delayMs, connection, code, rule, leniencies, faultId, explanation } = record
  return {
    id: record.id,
    time: new Date(record.time).toISOString(),
    ...present({ api: record.mock?.api.id, operation: record.endpoint?.operation.id, purpose }),
    namespace: record.namespace,
    ...present({ account }),
    request: {
      method: record.method,
      path: record.path,
      query: maskQuery(record.query),
      headers: maskHeaders(record.requestHeaders),
      ...present({ body: toLoggedBody(record.requestBody, bodyBytes) }),
    },
    response: {
      status: record.status,
      headers: maskHeaders(record.responseHeaders),
      ...present({ body: toLoggedBody(record.responseBody, bodyBytes), delayMs, connection }),
    },
    ...present({ code, rule, ruleUrl: toRuleUrl(record) }),
    leniencies: leniencies.items,
    ...(leniencies.count > leniencies.items.length && { leniencyCount: leniencies.count }),
    ...present({ faultId, explanation }),
  }
}

/** The URL that a violated rule cites first: of the operation in its source, or else of the first source of the API. */
function toRuleUrl({ rule, mock, endpoint }: RequestRecord): string | undefined {
  if (rule === undefined || !mock) return undefined
  const [first] = toGoverningSources(mock.api)
  return endpoint ? toOperationUrl(endpoint.operation) : first?.url
}

/** Omits members without a value. */
function present<T extends object>(members: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  // The type of `fromEntries` does not relate names and values.
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: Exclude<T[K], undefined>
  }
}
