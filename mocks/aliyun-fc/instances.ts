import { seededRandom, toHash32 } from '../../schemas/core/lib/random.ts'
import { createIds } from '../core/ids.ts'
import type { StoredTask } from './account-resources.ts'
import { toQualifierConfigs } from './configs.ts'
import { toInstances } from './provision.ts'
import type { FcState } from './state.ts'
import { toProgress } from './tasks.ts'

/** A function in a version, and the qualifier of the request. */
type Place = Pick<StoredTask, 'serviceName' | 'functionName' | 'functionId' | 'versionId' | 'qualifier'>

/** The ids of the available instances of a function: those of the seed, those that run a task, and provisioned ones. */
export function toInstanceIds(state: FcState, place: Place, now: number): readonly string[] {
  const { serviceName, functionName, functionId, versionId } = place
  const seeded = [...state.instances.entries()]
    .map(([, instance]) => instance)
    .filter((item) => item.serviceName === serviceName && item.functionName === functionName)
  const running = [...state.tasks.entries(functionId)]
    .map(([, task]) => task)
    .filter((task) => task.functionId === functionId && busy.has(toProgress(task, now).status))
  const found = [...seeded, ...running].filter((item) => item.versionId === versionId)
  return [...found.map(({ instanceId }) => instanceId), ...toProvisionedIds(state, place, now)]
}

const busy: ReadonlySet<string> = new Set(['Running', 'Stopping'])

/** Provisioned instances have no ids in the state. The same instance always gets the same id. */
function toProvisionedIds(state: FcState, { serviceName, functionName, functionId, qualifier }: Place, now: number) {
  const service = state.services.get(serviceName)
  const provision = service && toQualifierConfigs(service, functionName, qualifier).provision
  const { current } = provision ? toInstances(provision, now) : { current: 0 }
  const { uuid } = createIds(seededRandom(toHash32(`${functionId} ${qualifier}`)))
  return Array.from({ length: current }, uuid)
}
