import { mutantSets } from '../../contracts/mutants/mutants.ts'
import { type Detection, detect } from './detect.ts'
import { runWhole, type WholeRun } from './whole.ts'

/** A task of a child process. */
export type Task =
  | { readonly kind: 'mutant'; readonly apiId: string; readonly id: string; readonly known: readonly string[] }
  | { readonly kind: 'whole'; readonly apiId: string; readonly benign?: string; readonly auth?: true }

/** A task and its result. */
export type Done =
  | { readonly task: Task & { kind: 'mutant' }; readonly detection: Detection }
  | { readonly task: Task & { kind: 'whole' }; readonly whole: WholeRun }

/** Runs a task in this process. Throws if the mutant does not exist. */
export async function perform(task: Task): Promise<Done> {
  const set = mutantSets.find(({ apiId }) => apiId === task.apiId)
  if (task.kind === 'whole') {
    const benign = set?.benign.find(({ id }) => id === task.benign)
    if (task.benign !== undefined && !benign) throw new Error(`${task.apiId} has no benign mutant ${task.benign}`)
    return { task, whole: await runWhole(task.apiId, benign, task.auth) }
  }
  const mutant = set?.mutants.find(({ id }) => id === task.id)
  if (!mutant) throw new Error(`${task.apiId} has no mutant ${task.id}`)
  return { task, detection: await detect(task.apiId, mutant, new Set(task.known)) }
}
