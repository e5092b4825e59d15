import { toCauses } from '../../contracts/core/report/causes.ts'
import type { Mutant } from '../../contracts/mutants/mutant.ts'
import { watchDefects } from './detect.ts'
import { runSuite } from './run-suite.ts'
import { toMarkdown } from './to-markdown.ts'

/** What the report of a whole run says about a mutant. */
export interface Diagnosis {
  readonly id: string
  /** Whether the first cause names the broken operation. Absent if no check failed. */
  readonly isFirst?: boolean
  /** The number of causes. */
  readonly causes: number
  /** The number of checks that failed or could not run. */
  readonly checks: number
}

/** Runs the whole suite against a mutant and reads the causes that its report would show. */
export async function diagnose(apiId: string, mutant: Mutant): Promise<Diagnosis> {
  const { id, auth, operation, alsoNamed } = mutant
  const { wrap, defects } = watchDefects(mutant)
  const { outcomes } = await runSuite({ apiId, wrap, auth, hasPassive: true })
  if (defects[0] !== undefined) throw new Error(defects[0])
  const causes = toCauses(outcomes)
  const [first] = causes
  const names = [operation, ...alsoNamed]
  return {
    id,
    ...(first && { isFirst: first.operations.some((name) => names.includes(name)) }),
    causes: causes.length,
    checks: outcomes.filter(({ status }) => status === 'failed' || status === 'errored').length,
  }
}

/** The diagnoses of several APIs as a Markdown table. Mutants without a failed check do not count. */
export function toDiagnosisTable(byApi: ReadonlyMap<string, readonly Diagnosis[]>): string {
  const rows = [...byApi].map(([apiId, all]) => {
    const found = all.filter(({ isFirst }) => isFirst !== undefined)
    const first = found.filter(({ isFirst }) => isFirst).length
    const toCounts = (field: 'causes' | 'checks') => {
      const sorted = found.map((diagnosis) => diagnosis[field]).toSorted((a, b) => a - b)
      return [0.5, 0.95].map((part) => String(sorted[Math.ceil(part * sorted.length) - 1] ?? '–'))
    }
    const share = `${first} of ${found.length} (${((first / found.length) * 100).toFixed(1)} %)`
    return [apiId, share, ...toCounts('causes'), ...toCounts('checks')]
  })
  const head = [
    'API',
    'first cause names the broken operation',
    'causes, median',
    'causes, 95th percentile',
    'failed or blocked checks, median',
    'failed or blocked checks, 95th percentile',
  ]
  return toMarkdown(head, rows)
}
