import type { Clock } from '../core/clock.ts'
import { ApiError } from '../core/api-error.ts'
import type { ChangeLater } from '../core/handler.ts'
import type { Ids } from '../core/ids.ts'
import type { Cell } from '../core/store.ts'
import { type FcState, putService } from './state.ts'
import { toTime } from './time.ts'
import { publish } from './versions.ts'

/** A service and what it contains, in the words of one API version. */
export interface ServiceSeed<F, T, A> {
  readonly serviceName: string
  readonly functions: readonly {
    readonly function: F
    readonly functionName: string
    readonly triggers: readonly T[]
  }[]
  readonly versions: readonly { readonly description?: string | undefined }[]
  readonly aliases: readonly A[]
}

/** The part of a handler's context that is the same for everything in a seed. */
export interface SeedWork {
  readonly state: Cell<FcState>
  readonly changeLater: ChangeLater<FcState>
  readonly behaviour: undefined
  readonly clock: Clock
  readonly ids: Ids
  readonly apiError: (code: string, message?: string) => ApiError
  readonly origin: string
  readonly namespace: string
  readonly requestId: string
}

/** `place` is what an error message names. */
export function toSeedWork(
  state: Cell<FcState>,
  { clock, ids }: Pick<SeedWork, 'clock' | 'ids'>,
  place: string,
): SeedWork {
  const apiError = (code: string, message = '') => new ApiError(code, { message: `${place}: ${message}` })
  const changeLater = () => {} // no handler that a seed needs changes the state later
  return { state, changeLater, behaviour: undefined, clock, ids, apiError, origin: '', namespace: '', requestId: '' }
}

/**
 * Creates a service with its contents. An existing service of the name is replaced. The handlers of an API version create
 * the resources, so that a seed obeys the same rules as requests.
 */
export function seedService<F, T, A>(
  { state, clock, ids }: SeedWork,
  { serviceName, functions, versions, aliases }: ServiceSeed<F, T, A>,
  create: {
    readonly service: () => void
    readonly function: (body: F) => void
    readonly trigger: (functionName: string, body: T) => void
    readonly alias: (body: A) => void
  },
): void {
  state.current = { ...state.current, services: state.current.services.without(serviceName) }
  create.service()
  for (const { function: body, functionName, triggers } of functions) {
    create.function(body)
    for (const trigger of triggers) create.trigger(functionName, trigger)
  }
  for (const { description } of versions) {
    const service = state.current.services.get(serviceName)
    // Does not use the handler, which rejects a version without changes.
    const now = toTime(clock.now())
    if (service) putService(state, publish(service, { description, now, etag: ids.etag() }).service)
  }
  for (const alias of aliases) create.alias(alias)
}
