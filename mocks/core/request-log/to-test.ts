import { ControlError } from '../control/control-error.ts'
import { readTime } from '../control/read-time.ts'
import type { RequestLogFilter } from './entry.ts'
import type { Slot } from './slot.ts'

/** Whether an exchange is what a filter asks for. Throws a {@link ControlError} for a filter that is none. */
export function toTest(filter: RequestLogFilter): (slot: Slot) => boolean {
  const { path, limit } = filter
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0)) {
    throw new ControlError('limit: must be a whole number, 0 or more')
  }
  const asked = exactly.filter(([name]) => filter[name] !== undefined)
  const isRecent = toIsRecent(filter.since)
  return (slot) =>
    asked.every(([name, read]) => read(slot) === filter[name]) &&
    (path === undefined || slot.path.includes(path)) &&
    isRecent(slot)
}

/** What must be exactly as the filter has it. */
const exactly = [
  ['api', ({ mock }: Slot) => mock?.api.id],
  ['operation', ({ endpoint }: Slot) => endpoint?.operation.id],
  ['namespace', ({ namespace }: Slot) => namespace],
  ['account', ({ account }: Slot) => account],
  ['status', ({ status }: Slot) => status],
  ['code', ({ code }: Slot) => code],
] as const

function toIsRecent(since: RequestLogFilter['since']): (slot: Slot) => boolean {
  if (since === undefined) return () => true
  if (typeof since === 'number') return ({ id }) => id > since
  const time = readTime('since', since)
  return (slot) => slot.time >= time
}
