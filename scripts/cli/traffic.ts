import { quoteShell } from '../../schemas/core/lib/shell.ts'
import { checkReportFolder } from '../../contracts/core/report/write.ts'
import { judgeFiles, openTraffic } from '../../contracts/run/traffic.ts'
import { toReplayFlags } from '../../contracts/settings/flags.ts'
import { baseApis } from '../../schemas/base-apis.ts'
import { findApi } from './find-api.ts'
import { createProgress } from './terminal.ts'
import { endTraffic } from './traffic-verdict.ts'
import { toCommandSettings } from './verify-flags.ts'
import { toCommandInput } from './verify-settings.ts'

export interface TrafficFlags {
  readonly compareStates?: boolean
  readonly checkRequests?: boolean
}

/** Checks exchanges that other tools recorded, prints the verdict and writes the reports. */
export async function traffic(id: string, files: readonly string[], flags: TrafficFlags): Promise<number> {
  const { id: apiId } = findApi(id, baseApis)
  const settings = await toCommandInput(toCommandSettings({ ...flags }), process.cwd(), {})
  const run = await openTraffic({
    ...toTrafficInput(settings, flags),
    apiId,
    command: toCommand(apiId, files, settings, flags),
  })
  if (settings.report !== undefined) await checkReportFolder(settings.report)
  const startedAt = new Date()
  const progress = createProgress()
  const { origins, cached } = await judgeFiles(run, files, (total) => progress.step('exchanges', total)).finally(
    progress.end,
  )
  const verdict = run.toVerdict(origins.join(', '), Date.now() - startedAt.getTime())
  return await endTraffic(run, verdict, { startedAt, settings, cached })
}

type Settings = Awaited<ReturnType<typeof toCommandInput>>

/** The part of the settings that applies to traffic. */
export function toTrafficInput(
  { profile, allowUndocumented, knownFailures }: Settings,
  { compareStates = false, checkRequests = false }: TrafficFlags,
) {
  return {
    ...(profile && { profile }),
    ...(allowUndocumented && { allowUndocumented }),
    ...(knownFailures !== undefined && { knownFailures }),
    comparesStates: compareStates,
    checksRequests: checkRequests,
  }
}

/** The flags that a repetition needs. */
export function toTrafficWords(settings: Settings, { compareStates, checkRequests }: TrafficFlags): readonly string[] {
  return [
    ...toReplayFlags(settings),
    ...(compareStates ? ['--compare-states'] : []),
    ...(checkRequests ? ['--check-requests'] : []),
  ]
}

function toCommand(apiId: string, files: readonly string[], settings: Settings, flags: TrafficFlags): string {
  const words = ['npx', 'faas-contracts', 'traffic', apiId, ...files, ...toTrafficWords(settings, flags)]
  return words.map(quoteShell).join(' ')
}
