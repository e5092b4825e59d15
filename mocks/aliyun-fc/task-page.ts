import type { ApiErrorOf } from '../core/handler.ts'
import { readPageToken, toPageToken } from '../core/page-token.ts'
import type { StoredTask } from './account-resources.ts'
import type { FcState } from './state.ts'
import { type TaskOwner, toProgress, toTasks } from './tasks.ts'

interface TaskQuery {
  readonly limit: number
  readonly nextToken: string | undefined
  readonly status: string | undefined
  /** In milliseconds since 1970, inclusive. */
  readonly startedTimeBegin: number | undefined
  readonly startedTimeEnd: number | undefined
  /** Default: the newest task comes first (E23). */
  readonly sortOrderByTime: 'asc' | 'desc' | undefined
  readonly invocationIdPrefix: string | undefined
}

/** One page of the tasks of a function. A token continues the list with the same order. Filters apply to each page. */
export function toTaskPage(
  state: FcState,
  owner: TaskOwner,
  query: TaskQuery,
  now: number,
  apiError: ApiErrorOf<'InvalidArgument'>,
): { readonly items: readonly StoredTask[]; readonly nextToken?: string } {
  const { limit, nextToken, status, sortOrderByTime = 'desc', invocationIdPrefix } = query
  const { startedTimeBegin = 0, startedTimeEnd = Number.POSITIVE_INFINITY } = query
  const list = `tasks of ${owner.functionId} ${owner.qualifier} ${sortOrderByTime}`
  const after = nextToken ? readPageToken(list, nextToken) : undefined // an empty token means the first page
  if (nextToken && after === undefined) {
    throw apiError('InvalidArgument', 'nextToken: must be a token from a response of this list')
  }
  const direction = sortOrderByTime === 'asc' ? 1 : -1
  const found = toTasks(state, owner, invocationIdPrefix)
    .filter(({ acceptedAt }) => acceptedAt >= startedTimeBegin && acceptedAt <= startedTimeEnd)
    .filter((task) => status === undefined || toProgress(task, now).status === status)
    .sort((a, b) => direction * compare(toSortKey(a), toSortKey(b)))
  const rest = after === undefined ? found : found.filter((task) => direction * compare(toSortKey(task), after) > 0)
  const items = rest.slice(0, limit)
  const last = items.at(-1)
  return last && items.length < rest.length ? { items, nextToken: toPageToken(list, toSortKey(last)) } : { items }
}

/** The time with a fixed number of digits, and the id, which differs for tasks of the same millisecond. */
function toSortKey({ acceptedAt, invocationId }: StoredTask): string {
  return `${String(acceptedAt).padStart(digits, '0')} ${invocationId}`
}

/** The number of digits of the largest safe integer. */
const digits = 16

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
