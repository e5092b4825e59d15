import { emptySortedMap, put } from '../core/sorted-map.ts'
import type { Cell } from '../core/store.ts'
import { findFunction, findService, findTrigger, refuseStale } from './lookup.ts'
import { type FcState, putService } from './state.ts'
import type { StoredService, StoredTrigger } from './stored.ts'
import { toChange, toDates, type Work } from './work.ts'

interface FunctionPath {
  readonly serviceName: string
  readonly functionName: string
}
interface TriggerPath extends FunctionPath {
  readonly triggerName: string
}

type Settings = StoredTrigger['settings']

/** The qualifier is not checked, because no error is documented for a version or alias that does not exist yet. */
export function addTrigger(
  work: Work<'ServiceNotFound' | 'FunctionNotFound' | 'TriggerAlreadyExists'>,
  { serviceName, functionName }: FunctionPath,
  settings: Settings,
): StoredTrigger {
  const { state, ids, apiError } = work
  const { triggerName } = settings
  const service = findService(state.current, serviceName, apiError)
  findFunction(service, functionName, apiError)
  if (service.triggers.get(functionName)?.get(triggerName)) {
    throw apiError('TriggerAlreadyExists', `trigger '${triggerName}' already exists on function '${functionName}'`)
  }
  const trigger: StoredTrigger = { triggerId: ids.uuid(), ...toDates(work), settings }
  putTrigger(state, service, functionName, trigger)
  return trigger
}

type NotFound = 'ServiceNotFound' | 'FunctionNotFound' | 'TriggerNotFound'

/** The trigger of a path, and its service. */
export function getTrigger(
  { state, apiError }: Pick<Work<NotFound>, 'state' | 'apiError'>,
  path: TriggerPath,
): { readonly service: StoredService; readonly trigger: StoredTrigger } {
  const service = findService(state.current, path.serviceName, apiError)
  findFunction(service, path.functionName, apiError)
  return { service, trigger: findTrigger(service, path, apiError) }
}

/** Settings of the event source that are absent from `triggerConfig` keep their values (W17). */
export function changeTrigger(
  work: Work<NotFound | 'PreconditionFailed'>,
  path: TriggerPath,
  ifMatch: string | undefined,
  { triggerConfig, ...changes }: Partial<Omit<Settings, 'triggerName' | 'triggerType' | 'sourceArn'>>,
  /** Throws an error if the new settings are invalid. */
  check: (settings: Settings) => void = () => {},
): StoredTrigger {
  const { service, trigger: before } = getTrigger(work, path)
  refuseStale(ifMatch, before.etag, work.apiError)
  const merged = { ...before.settings.triggerConfig, ...triggerConfig }
  const settings = { ...before.settings, ...changes, triggerConfig: merged }
  check(settings)
  const trigger = { ...before, ...toChange(work), settings }
  putTrigger(work.state, service, path.functionName, trigger)
  return trigger
}

export function dropTrigger(
  work: Pick<Work<NotFound | 'PreconditionFailed'>, 'state' | 'apiError'>,
  path: TriggerPath,
  ifMatch: string | undefined,
): void {
  const { service, trigger } = getTrigger(work, path)
  refuseStale(ifMatch, trigger.etag, work.apiError)
  const rest = service.triggers.get(path.functionName)?.without(path.triggerName)
  // An entry without triggers would prevent the deletion of the function.
  const triggers =
    rest && rest.size > 0 ? put(service.triggers, path.functionName, rest) : service.triggers.without(path.functionName)
  putService(work.state, { ...service, triggers })
}

/** The triggers of a function, by name. */
export function getTriggers(service: StoredService, functionName: string) {
  return service.triggers.get(functionName) ?? emptySortedMap<StoredTrigger>()
}

function putTrigger(state: Cell<FcState>, service: StoredService, functionName: string, trigger: StoredTrigger): void {
  const changed = put(getTriggers(service, functionName), trigger.settings.triggerName, trigger)
  putService(state, { ...service, triggers: put(service.triggers, functionName, changed) })
}
