import type { BenignMutant } from '../../contracts/mutants/mutant.ts'
import { runSuite } from './run-suite.ts'
import { createRecorder, writeTraffic } from './traffic.ts'

/** The result of the whole suite on a server that conforms to its contract. */
export interface WholeRun {
  /** `conforming`, or the id of a benign mutant. */
  readonly id: string
  /** Failed checks. Each is a false alarm. */
  readonly findings: readonly { readonly check: string; readonly expected: string; readonly actual: string }[]
  /** Checks without a verdict. */
  readonly errored: readonly { readonly check: string; readonly reason: string }[]
  readonly checks: number
  readonly requests: number
  readonly ms: number
}

export interface WholeOptions {
  /** Default: the conforming server. */
  readonly benign?: BenignMutant | undefined
  readonly auth?: boolean | undefined
}

/** Runs the whole suite against the conforming server or a benign mutant. Writes the traffic of an unsigned conforming run. */
export async function runWhole(apiId: string, { benign, auth }: WholeOptions = {}): Promise<WholeRun> {
  const start = performance.now()
  const recorder = benign || auth ? undefined : createRecorder()
  const { wrap = recorder?.wrap, config } = benign ?? {}
  const { outcomes, judgements, requests } = await runSuite({ apiId, wrap, config, auth })
  if (recorder) await writeTraffic(apiId, recorder.exchanges)
  return {
    id: benign?.id ?? (auth ? 'conforming, signed' : 'conforming'),
    findings: [
      ...outcomes.flatMap((outcome) => {
        if (outcome.status !== 'failed') return []
        const { expected, actual } = outcome.violation
        return [{ check: outcome.check.id, expected, actual }]
      }),
      ...judgements.map(({ operation, rule, finding }) => ({
        check: `${operation} › ${rule}`,
        expected: finding.expected,
        actual: finding.actual,
      })),
    ],
    errored: outcomes.flatMap((outcome) =>
      outcome.status === 'errored' ? [{ check: outcome.check.id, reason: outcome.reason }] : [],
    ),
    checks: outcomes.length,
    requests,
    ms: Math.round(performance.now() - start),
  }
}
