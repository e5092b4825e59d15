import type { Detection } from './detect.ts'
import type { Done } from './task.ts'
import type { WholeRun } from './whole.ts'

/** What the benchmark found for one API, as plain JSON. */
export interface ApiResult {
  readonly apiId: string
  readonly conforming: WholeRun
  /** The unbroken server that verifies signatures. */
  readonly signed: WholeRun
  readonly benign: readonly WholeRun[]
  readonly mutants: readonly Detection[]
  /** From the first task to the last, all of them and both processes, in seconds. */
  readonly seconds: number
}

/** Sorts what the tasks of one API gave; the runs against the unbroken server are there in any case. */
export function toResult(
  apiId: string,
  unbroken: Pick<ApiResult, 'conforming' | 'signed'>,
  dones: readonly Done[],
  seconds: number,
): ApiResult {
  const own = dones.filter(({ task }) => task.apiId === apiId)
  return {
    apiId,
    ...unbroken,
    benign: own.flatMap((done) => ('whole' in done ? [done.whole] : [])).toSorted(byId),
    mutants: own.flatMap((done) => ('detection' in done ? [done.detection] : [])).toSorted(byId),
    seconds,
  }
}

/** Mutants that were found, and by the checks that must find them. */
export function isFound({ isDetected, lacking }: Detection): boolean {
  return isDetected && lacking.length === 0
}

/** What keeps the targets from being met, in sentences; nothing where they are. */
export function findShortcomings({ apiId, conforming, signed, benign, mutants }: ApiResult): readonly string[] {
  const found = mutants.filter(isFound).length
  const tooFew = mutants.length > 0 && found / mutants.length < leastShare
  return [
    ...(tooFew
      ? [`${apiId}: ${found} of ${mutants.length} mutants found, which is less than ${leastShare * 100} %`]
      : []),
    ...[conforming, signed, ...benign].flatMap(({ id, findings, errored }) => [
      ...findings.map(
        ({ check, expected, actual }) => `${apiId}, ${id}: ${check}: expected ${expected}, got ${actual}`,
      ),
      ...errored.map(({ check, reason }) => `${apiId}, ${id}: ${check} came to no verdict: ${reason}`),
    ]),
  ]
}

const leastShare = 0.95

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
