import { renderCounts, renderCoverage } from '../../contracts/core/traffic/render-coverage.ts'
import { toCoverage } from '../../contracts/core/report/coverage.ts'
import { renderVerdict, toExitCode, type Verdict } from '../../contracts/index.ts'
import type { TrafficRun } from '../../contracts/run/traffic.ts'
import { toReplayFlags } from '../../contracts/settings/flags.ts'
import type { CommandSettings } from '../../contracts/settings/settings.ts'
import { paint } from './terminal.ts'
import { toReportPage, writeReports } from './write-reports.ts'

interface Facts {
  readonly startedAt: Date
  readonly settings: CommandSettings
  readonly cached?: number
}

/** Prints the verdict on traffic and its coverage, writes the reports and returns the exit code. */
export async function endTraffic(
  { contract, counts, secrets }: TrafficRun,
  verdict: Verdict,
  { startedAt, settings, cached }: Facts,
): Promise<number> {
  const { api, resources, toUnreachable } = contract
  const { profile = 'observed', report } = settings
  const flags = toReplayFlags(settings)
  const exchanges = verdict.outcomes.flatMap(({ traffic = [] }) => traffic)
  const notes = [
    renderCoverage(toCoverage(api, exchanges, resources, toUnreachable)),
    renderCounts({ ...counts, ...(cached !== undefined && { cached }) }, api.id),
  ]
  process.stdout.write(renderVerdict(verdict, paint, { flags, notes, page: toReportPage(report) }))
  const facts = { startedAt, profile, authentication: 'recorded', unsupported: [], flags, secrets: [...secrets] }
  await writeReports(verdict, report, contract, facts)
  return toExitCode(verdict)
}
