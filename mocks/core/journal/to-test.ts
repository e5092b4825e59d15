import { ControlError } from '../control/control-error.ts'
import { readTime } from '../control/read-time.ts'
import type { JournalFilter } from './entry.ts'
import type { Kept } from './to-entry.ts'

/** Whether something that was kept is what a filter asks for. Throws a {@link ControlError} for a filter that is none. */
export function toTest(filter: JournalFilter): (kept: Kept) => boolean {
  const { path, since, limit } = filter
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0)) {
    throw new ControlError('limit: must be a whole number, 0 or more')
  }
  const isRecent = toIsRecent(since)
  return (kept) =>
    exactly.every((name) => filter[name] === undefined || filter[name] === kept[name]) &&
    (path === undefined || kept.path.includes(path)) &&
    isRecent(kept)
}

const exactly = ['api', 'operation', 'namespace', 'account', 'status', 'code'] as const

function toIsRecent(since: JournalFilter['since']): (kept: Kept) => boolean {
  if (since === undefined) return () => true
  if (typeof since === 'number') return ({ id }) => id > since
  const time = readTime('since', since)
  return (kept) => kept.time >= time
}
