import { ControlError } from '../control/control-error.ts'
import { readTime } from '../control/read-time.ts'
import type { RequestLogFilter } from './entry.ts'
import type { RequestRecord } from './request-record.ts'

/** Converts a filter to a predicate. Throws a {@link ControlError} for an invalid filter. */
export function toFilter(filter: RequestLogFilter): (record: RequestRecord) => boolean {
  const { path, limit } = filter
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0)) {
    throw new ControlError('limit: must be a whole number, 0 or more')
  }
  const criteria = exactly.filter(([name]) => filter[name] !== undefined)
  const isRecent = toIsRecent(filter.since)
  return (record) =>
    criteria.every(([name, read]) => read(record) === filter[name]) &&
    (path === undefined || record.path.includes(path)) &&
    isRecent(record)
}

/** Criteria that are compared exactly. */
const exactly = [
  ['api', ({ mock }: RequestRecord) => mock?.api.id],
  ['operation', ({ endpoint }: RequestRecord) => endpoint?.operation.id],
  ['purpose', ({ purpose }: RequestRecord) => purpose],
  ['namespace', ({ namespace }: RequestRecord) => namespace],
  ['account', ({ account }: RequestRecord) => account],
  ['status', ({ status }: RequestRecord) => status],
  ['code', ({ code }: RequestRecord) => code],
] as const

function toIsRecent(since: RequestLogFilter['since']): (record: RequestRecord) => boolean {
  if (since === undefined) return () => true
  if (typeof since === 'number') return ({ id }) => id > since
  const time = readTime('since', since)
  return (record) => record.time >= time
}
