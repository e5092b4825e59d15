import { findSymptom, isSimilar, toCauseTitle } from './cause-title.ts'
import type { Finding } from './finding.ts'
import { groupFindings } from './group-findings.ts'
import type { KnownFailureResult } from './known-failures.ts'
import type { CauseSummary } from './model.ts'
import type { Errored, Failed, Outcome, Symptom } from './outcome.ts'
import { isPassive } from './reproduce.ts'

/** A probable fault of the target, and the checks that it explains. */
export interface Cause {
  /** Anchor in reports: `cause-1`. */
  readonly id: string
  /** The operations that are probably at fault. Empty if no operation is. */
  readonly operations: readonly string[]
  readonly title: string
  /** The finding with the smallest exchange. */
  readonly example: Failed | Errored
  readonly failed: readonly Failed[]
  /** Checks that the fault prevented. */
  readonly blocked: readonly Errored[]
}

type Ended = Omit<Outcome, 'traffic'>

/**
 * The checks that failed or could not run, by probable cause. The cause that explains the most of them comes first.
 * Known failures have no cause.
 */
export function toCauses(
  outcomes: readonly Ended[],
  knownFailures: readonly Pick<KnownFailureResult, 'check' | 'state'>[] = [],
): readonly Cause[] {
  const known = new Set(knownFailures.filter(({ state }) => state === 'failing').map(({ check }) => check))
  const own = (outcomes as readonly Outcome[]).filter(({ check }) => !known.has(check.id))
  return groupFindings(own).map(({ operations, findings }, index) => {
    const symptom = findSymptom(operations, findings)
    const example = findExample(findings, operations, symptom)
    const all = findings.map(({ outcome }) => outcome)
    return {
      id: `cause-${index + 1}`,
      operations,
      title: toCauseTitle(operations, findings, example, symptom),
      example: example.outcome,
      failed: all.filter((outcome) => outcome.status === 'failed'),
      blocked: all.filter((outcome) => outcome.status === 'errored'),
    }
  })
}

/**
 * The smallest exchange that shows the symptom. A violation of the first operation is the best example. A passive check
 * cannot be repeated alone.
 */
function findExample(
  findings: readonly Finding[],
  [operation]: readonly string[],
  symptom: Symptom | undefined,
): Finding {
  const [first, ...others] = findings
  if (!first) throw new TypeError('a cause has a finding')
  const toRank = ({ outcome, reported, judged, symptom: own }: Finding): readonly number[] => {
    const exchange = outcome.status === 'failed' ? outcome.violation.exchange : outcome.exchange
    const isBetter = [
      outcome.status === 'failed',
      !isPassive(outcome.check.id),
      symptom === undefined || isSimilar(own, symptom),
      reported === operation && reported === judged,
      outcome.check.operation === operation,
    ]
    const size = (exchange?.request.bodyBytes ?? 0) + (exchange?.response?.bodyBytes ?? 0)
    return [...isBetter.map((holds) => (holds ? 0 : 1)), size]
  }
  return others.reduce((best, finding) => (isBefore(toRank(finding), toRank(best)) ? finding : best), first)
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const index = a.findIndex((value, place) => value !== b[place])
  return (a[index] ?? 0) < (b[index] ?? 0)
}

/** The causes as a report contains them. */
export function toCauseSummaries(causes: readonly Cause[]): readonly CauseSummary[] {
  const toIds = (outcomes: Cause['failed'] | Cause['blocked']) => outcomes.map(({ check }) => check.id)
  return causes.map(({ id, title, operations, example, failed, blocked }) => ({
    id,
    title,
    operations,
    example: example.check.id,
    failed: toIds(failed),
    blocked: toIds(blocked),
  }))
}

/** `3 failed, 2 blocked`. */
export function toCauseCounts(failed: number, blocked: number): string {
  return [...(failed > 0 ? [`${failed} failed`] : []), ...(blocked > 0 ? [`${blocked} blocked`] : [])].join(', ')
}

/** `cause-1: <title>` by the id of each check that the cause explains. */
export function toCauseTitles(causes: readonly Cause[]): ReadonlyMap<string, string> {
  return new Map(
    causes.flatMap(({ id, title, failed, blocked }) =>
      [...failed, ...blocked].map(({ check }) => [check.id, `${id}: ${title}`] as const),
    ),
  )
}
