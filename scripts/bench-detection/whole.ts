import type { BenignMutant } from '../../contracts/mutants/mutant.ts'
import { runSuite } from './run-suite.ts'

/** What the whole suite said of a server that keeps its contract. */
export interface WholeRun {
  /** `conforming`, or the id of a benign mutant. */
  readonly id: string
  /** Checks that failed, with their reasons; each is a false alarm. */
  readonly findings: readonly { readonly check: string; readonly expected: string; readonly actual: string }[]
  /** Checks that came to no verdict, with their reasons. */
  readonly errored: readonly { readonly check: string; readonly reason: string }[]
  readonly checks: number
  readonly requests: number
  readonly ms: number
}

/** Runs the whole suite against a server that is as it should be, or takes a leniency that it has. */
export async function runWhole(apiId: string, benign: BenignMutant | undefined, auth = false): Promise<WholeRun> {
  const start = performance.now()
  const { wrap, config } = benign ?? {}
  const { outcomes, requests } = await runSuite({ apiId, wrap, config, auth })
  return {
    id: benign?.id ?? (auth ? 'conforming, signed' : 'conforming'),
    findings: outcomes.flatMap((outcome) => {
      if (outcome.status !== 'failed') return []
      const { expected, actual } = outcome.violation
      return [{ check: outcome.check.id, expected, actual }]
    }),
    errored: outcomes.flatMap((outcome) =>
      outcome.status === 'errored' ? [{ check: outcome.check.id, reason: outcome.reason }] : [],
    ),
    checks: outcomes.length,
    requests,
    ms: Math.round(performance.now() - start),
  }
}
