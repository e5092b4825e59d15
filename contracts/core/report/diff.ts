import type { Report } from './model.ts'

/** The differences between two reports. */
export interface ReportDiff {
  readonly broken: readonly string[]
  readonly fixed: readonly string[]
  readonly changed: readonly string[]
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** Compares the outcomes of checks, and the implementation-defined behaviour of the target. */
export function diffReports(before: Report, after: Report): ReportDiff {
  const old = new Map(before.outcomes.map(({ check, status }) => [check.id, status]))
  const now = new Map(after.outcomes.map(({ check, status }) => [check.id, status]))
  const common = [...now].flatMap(([id, status]) => {
    const was = old.get(id)
    return was === undefined || was === status ? [] : [{ id, was, status }]
  })
  const toLines = (changes: typeof common) => changes.map(({ id, was, status }) => `${id}: ${was}, now ${status}`)
  const isNewlyFailing = (id: string) => now.get(id) === 'failed' && !old.has(id)
  return {
    broken: [
      ...toLines(common.filter(({ status }) => status === 'failed')),
      ...[...now.keys()].filter(isNewlyFailing).map((id) => `${id}: new, and failed`),
    ],
    fixed: toLines(common.filter(({ was, status }) => was === 'failed' && status === 'passed')),
    changed: [
      ...toLines(common.filter(({ was, status }) => status !== 'failed' && !(was === 'failed' && status === 'passed'))),
      ...diffObservations(before, after),
    ],
    added: [...now.keys()].filter((id) => !old.has(id) && !isNewlyFailing(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
  }
}

function diffObservations(before: Report, after: Report): readonly string[] {
  const toSet = ({ observations }: Report) =>
    new Set(observations.map(({ about, behaviour }) => `${about}: ${behaviour}`))
  const [old, now] = [toSet(before), toSet(after)]
  return [
    ...[...now].filter((line) => !old.has(line)).map((line) => `new behaviour: ${line}`),
    ...[...old].filter((line) => !now.has(line)).map((line) => `previous behaviour: ${line}`),
  ]
}
