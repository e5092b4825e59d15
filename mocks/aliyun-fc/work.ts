import type { Clock } from '../core/clock.ts'
import type { ApiErrorOf } from '../core/handler.ts'
import type { Ids } from '../core/ids.ts'
import type { Cell } from '../core/store.ts'
import type { FcState } from './state.ts'
import { toTime } from './time.ts'

/** What a function that changes the state needs: a part of the context of a handler. `Code`: the errors that it throws. */
export interface Work<Code extends string> {
  readonly state: Cell<FcState>
  readonly clock: Clock
  readonly ids: Ids
  readonly apiError: ApiErrorOf<Code>
}

/** The fields of a new resource. */
export function toDates({ clock, ids }: Pick<Work<never>, 'clock' | 'ids'>) {
  const now = toTime(clock.now())
  return { createdTime: now, lastModifiedTime: now, etag: ids.etag() }
}

/** The fields that a change replaces. */
export function toChange({ clock, ids }: Pick<Work<never>, 'clock' | 'ids'>) {
  return { lastModifiedTime: toTime(clock.now()), etag: ids.etag() }
}
