import { subjects } from '../../contracts/mutants/subjects.ts'
import { toBenignMutants, toMutants } from '../../contracts/mutants/to-mutants.ts'
import { type Detection, detect } from './detect.ts'
import { type Diagnosis, diagnose } from './diagnosis.ts'
import { failsOn, findProof, toProvable } from './proofs.ts'
import { type Recorded, readTraffic } from './traffic.ts'
import { runWhole, type WholeRun } from './whole.ts'

/** A task of a child process. */
export type Task =
  | { readonly kind: 'mutant'; readonly apiId: string; readonly id: string; readonly known: readonly string[] }
  | { readonly kind: 'diagnosis'; readonly apiId: string; readonly id: string }
  | { readonly kind: 'proof'; readonly apiId: string; readonly check: string; readonly saved: string | undefined }
  | { readonly kind: 'whole'; readonly apiId: string; readonly benign?: string; readonly auth?: true }

/** A task and its result. */
export type Done =
  | { readonly task: Task & { kind: 'mutant' }; readonly detection: Detection }
  | { readonly task: Task & { kind: 'diagnosis' }; readonly diagnosis: Diagnosis }
  | { readonly task: Task & { kind: 'proof' }; readonly mutant: string | undefined }
  | { readonly task: Task & { kind: 'whole' }; readonly whole: WholeRun }

const sets = new Map(
  subjects.map((subject) => [
    subject.api.id,
    { mutants: toById(toMutants(subject)), benign: toById(toBenignMutants(subject)) },
  ]),
)

/** Runs a task in this process. Throws if the mutant does not exist. */
export async function perform(task: Task): Promise<Done> {
  const set = sets.get(task.apiId)
  if (task.kind === 'whole') {
    const benign = set?.benign.get(task.benign ?? '')
    if (task.benign !== undefined && !benign) throw new Error(`${task.apiId} has no benign mutant ${task.benign}`)
    return { task, whole: await runWhole(task.apiId, { benign, auth: task.auth }) }
  }
  if (task.kind === 'proof') {
    const check = toProvable(task.apiId).find(({ id }) => id === task.check)
    if (!check) throw new Error(`${task.apiId} has no check ${task.check}`)
    const saved = set?.mutants.get(task.saved ?? '')
    if (saved && (await failsOn(task.apiId, check, saved))) return { task, mutant: saved.id }
    return { task, mutant: await findProof(task.apiId, check, [...(set?.mutants.values() ?? [])]) }
  }
  const mutant = set?.mutants.get(task.id)
  if (!mutant) throw new Error(`${task.apiId} has no mutant ${task.id}`)
  if (task.kind === 'diagnosis') return { task, diagnosis: await diagnose(task.apiId, mutant) }
  const baseline = { traffic: await readOnce(task.apiId), known: new Set(task.known) }
  return { task, detection: await detect(task.apiId, mutant, baseline) }
}

const recorded = new Map<string, Promise<readonly Recorded[]>>()

function readOnce(apiId: string): Promise<readonly Recorded[]> {
  const traffic = recorded.get(apiId) ?? readTraffic(apiId)
  recorded.set(apiId, traffic)
  return traffic
}

function toById<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}
