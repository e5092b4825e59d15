import type { FcState } from './state.ts'
import type { StoredTask } from './account-resources.ts'
import { toProgress } from './tasks.ts'

/** A function in a version. */
type Place = Pick<StoredTask, 'serviceName' | 'functionName' | 'functionId' | 'versionId'>

/** The available instances of a function: those of the seed, and those that run a task. */
export function toAvailableInstances(
  { instances, tasks }: FcState,
  { serviceName, functionName, functionId, versionId }: Place,
  now: number,
): readonly { readonly instanceId: string }[] {
  const seeded = [...instances.entries()]
    .map(([, instance]) => instance)
    .filter(
      (instance) =>
        instance.serviceName === serviceName &&
        instance.functionName === functionName &&
        instance.versionId === versionId,
    )
  const running = [...tasks.entries(functionId)]
    .map(([, task]) => task)
    .filter((task) => task.functionId === functionId && task.versionId === versionId)
    .filter((task) => busy.has(toProgress(task, now).status))
  return [...seeded, ...running]
}

const busy: ReadonlySet<string> = new Set(['Running', 'Stopping'])
