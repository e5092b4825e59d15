import type { Api } from '../../../schemas/core/api.ts'
import type { CreatedResource } from '../cleanup/created-resource.ts'
import { toCauseSummaries, toCauses } from './causes.ts'
import { toClaims } from './claims.ts'
import { toCoverage } from './coverage.ts'
import { mapTexts, toMask } from './mask.ts'
import { type Report, reportVersion } from './model.ts'
import { toObservations } from './observations.ts'
import { toCommand, toReplayCommand } from './reproduce.ts'
import type { ToUnreachable } from './unreachable.ts'
import { toExitCode, type Verdict } from './verdict.ts'

/** Facts for a report that are not in the verdict. */
export interface ReportFacts {
  readonly api: Api
  /** The resources that the run creates. The report counts their states. */
  readonly resources: readonly CreatedResource[]
  /** Why a client cannot provoke an error code of the API. */
  readonly toUnreachable?: ToUnreachable
  /** Version of this package. */
  readonly toolVersion: string
  readonly startedAt: Date
  readonly profile: Report['target']['profile']
  /** How requests are signed, without any secret. */
  readonly authentication: string
  /** Features that the target does not claim. */
  readonly unsupported: readonly string[]
  readonly shard?: string
  /** Command-line flags that a repetition needs. None of them is a secret. */
  readonly flags: readonly string[]
  /** Texts that must not appear in a report. */
  readonly secrets: readonly string[]
}

/** The report of a verdict. Secrets are masked. */
export function toReport(verdict: Verdict, facts: ReportFacts): Report {
  const { api } = facts
  const traffic = verdict.outcomes.flatMap((outcome) => outcome.traffic ?? [])
  const report: Report = {
    version: reportVersion,
    tool: { name: 'faas-contracts', version: facts.toolVersion },
    api: { id: api.id, title: api.title, version: api.version },
    sources: verdict.sources,
    target: { baseUrl: verdict.baseUrl, profile: facts.profile, authentication: facts.authentication },
    run: {
      id: verdict.runId,
      seed: verdict.seed,
      startedAt: facts.startedAt.toISOString(),
      durationMs: verdict.durationMs,
      exchanges: verdict.exchanges,
      node: process.version,
      ...(facts.shard !== undefined && { shard: facts.shard }),
    },
    conclusion: verdict.conclusion,
    exitCode: toExitCode(verdict),
    ...(verdict.reason !== undefined && { reason: verdict.reason }),
    counts: verdict.counts,
    causes: toCauseSummaries(toCauses(verdict.outcomes, verdict.knownFailures)),
    claims: toClaims(api, verdict.outcomes, facts.unsupported),
    knownFailures: verdict.knownFailures,
    observations: toObservations(verdict),
    leftBehind: verdict.leftBehind,
    reproduce: {
      command: toCommand(api.id, verdict, facts.flags),
      replay: toReplayCommand(api.id, verdict, facts.flags, '<check>'),
    },
    coverage: toCoverage(api, traffic, facts.resources, facts.toUnreachable),
    outcomes: verdict.outcomes.map(({ traffic: _, unrepeatable: __, ...outcome }) => outcome),
  }
  return mapTexts(report, toMask(facts.secrets))
}
