import type { Detection } from './detect.ts'
import type { Done } from './task.ts'
import type { WholeRun } from './whole.ts'

/** What the benchmark found for one API, as plain JSON. */
export interface ApiResult {
  readonly apiId: string
  /** The number of mutants that the sample was taken from. */
  readonly population: number
  readonly conforming: WholeRun
  /** The conforming server that verifies signatures. */
  readonly signed: WholeRun
  readonly benign: readonly WholeRun[]
  readonly mutants: readonly Detection[]
  /** Seconds from the start of the first task to the end of the last. */
  readonly seconds: number
}

/** Groups the results of the tasks of one API. */
export function toResult(
  apiId: string,
  baseline: Pick<ApiResult, 'conforming' | 'signed'>,
  dones: readonly Done[],
  seconds: number,
): Omit<ApiResult, 'population'> {
  const own = dones.filter(({ task }) => task.apiId === apiId)
  return {
    apiId,
    ...baseline,
    benign: own.flatMap((done) => ('whole' in done ? [done.whole] : [])).toSorted(byId),
    mutants: own
      .flatMap((done) => ('detection' in done && !done.detection.hasNoEffect ? [done.detection] : []))
      .toSorted(byId),
    seconds,
  }
}

/** The missed targets, as sentences. Empty if all targets are met. */
export function findShortcomings({ apiId, conforming, signed, benign, mutants }: ApiResult): readonly string[] {
  const found = mutants.filter(({ detectedBy }) => detectedBy !== undefined).length
  const isTooFew = found / mutants.length < leastShare
  return [
    ...mutants.flatMap(({ defect }) => (defect === undefined ? [] : [`${apiId}: ${defect}`])),
    ...(isTooFew ? [`${apiId}: ${found} of ${mutants.length} mutants found, less than ${leastShare * 100} %`] : []),
    ...[conforming, signed, ...benign].flatMap(({ id, findings, errored }) => [
      ...findings.map(
        ({ check, expected, actual }) => `${apiId}, ${id}: ${check}: expected ${expected}, got ${actual}`,
      ),
      ...errored.map(({ check, reason }) => `${apiId}, ${id}: ${check} had no verdict: ${reason}`),
    ]),
  ]
}

/** The least share of mutants that a sample must detect. The share of a random sample of 150 varies by several percent. */
const leastShare = 0.85

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
