import { type FcState, putService } from '../aliyun-fc/state.ts'
import type { StoredService, StoredTrigger } from '../aliyun-fc/stored.ts'
import { emptySortedMap, put } from '../core/sorted-map.ts'
import type { Cell } from '../core/store.ts'

export function putTrigger(
  state: Cell<FcState>,
  service: StoredService,
  functionName: string,
  trigger: StoredTrigger,
): void {
  const triggers = service.triggers.get(functionName) ?? emptySortedMap<StoredTrigger>()
  const changed = put(triggers, trigger.settings.triggerName, trigger)
  putService(state, { ...service, triggers: put(service.triggers, functionName, changed) })
}

export function removeTrigger(
  state: Cell<FcState>,
  service: StoredService,
  { functionName, triggerName }: { readonly functionName: string; readonly triggerName: string },
): void {
  const rest = service.triggers.get(functionName)?.without(triggerName)
  // An entry without triggers would prevent the deletion of the function.
  const triggers =
    rest && rest.size > 0 ? put(service.triggers, functionName, rest) : service.triggers.without(functionName)
  putService(state, { ...service, triggers })
}
