import { resolve } from 'node:path'
import { toClaimedResources } from '../../contracts/core/cleanup/created-resource.ts'
import { emitTests } from '../../contracts/core/emit/emit-tests.ts'
import { toOmittedHeaders } from '../../contracts/core/emit/find-obstacle.ts'
import { checkTestFolder, writeTests } from '../../contracts/core/emit/write-tests.ts'
import { toCount } from '../../schemas/core/lib/count.ts'
import { renderScreen } from '../../contracts/core/report/terminal-screen.ts'
import { toSafeText } from '../../contracts/core/report/safe-text.ts'
import { checkReportFolder } from '../../contracts/core/report/write.ts'
import { toSigning } from '../../contracts/core/signing/signer.ts'
import {
  planContract,
  type RunOptions,
  renderVerdict,
  runContract,
  toExitCode,
  type Verdict,
} from '../../contracts/index.ts'
import { planRun } from '../../contracts/run/plan-run.ts'
import { toReplayFlags } from '../../contracts/settings/flags.ts'
import { baseApis } from '../../schemas/base-apis.ts'
import { exitCode } from './exit.ts'
import { findApi } from './find-api.ts'
import { createProgress, paint } from './terminal.ts'
import { toCommandSettings } from './verify-flags.ts'
import { openReference } from './verify-reference.ts'
import { toRunOptions } from './verify-settings.ts'
import { toReportPage, writeReports } from './write-reports.ts'

/** Runs the contract suite against an implementation, prints the verdict and writes the reports. */
export async function verify(id: string, flags: Readonly<Record<string, unknown>>): Promise<number> {
  const settings = toCommandSettings(flags)
  const options = await toRunOptions(findApi(id, baseApis).id, settings, process.cwd(), process.env)
  if (settings.dryRun) {
    process.stdout.write(toSafeText(await planContract(options, options.reference !== false)))
    planRun(options, ['address']) // reports missing fixtures
    return exitCode.done
  }
  planRun(options)
  if (options.report !== undefined) await checkReportFolder(options.report)
  if (options.emitTests !== undefined) await checkTestFolder(options.emitTests)
  const startedAt = new Date()
  const { run, close } = await openReference(options)
  const verdict = await runInterruptibly((signal, onProgress) => runContract({ ...run, signal, onProgress })).finally(
    close,
  )
  const replayFlags = toReplayFlags(options)
  const render = settings.verbose ? renderVerdict : renderScreen
  const notes = toOtherCalls(verdict, options.operation)
  process.stdout.write(render(verdict, paint, { flags: replayFlags, notes, page: toReportPage(options.report) }))
  await report(verdict, options, replayFlags, startedAt)
  await emit(verdict, options)
  return toExitCode(verdict)
}

/** The operations that the checks of the selected operations also called. */
function toOtherCalls({ called = [] }: Verdict, selected: RunOptions['operation']): readonly string[] {
  if (selected === undefined) return []
  const own = [selected].flat()
  const isOwn = (operation: string) => own.some((one) => one.toLowerCase() === operation.toLowerCase())
  const others = called.filter((operation) => !isOwn(operation)).toSorted()
  if (others.length === 0) return []
  return [paint.faint(`the checks of ${own.join(', ')} also called, for example as set-up: ${others.join(', ')}`)]
}

/** Ctrl-C ends the run after what it created is removed; a second Ctrl-C ends the process at once. */
async function runInterruptibly(
  run: (signal: AbortSignal, onProgress: RunOptions['onProgress']) => Promise<Verdict>,
): Promise<Verdict> {
  const showProgress = createProgress()
  const interruption = new AbortController()
  const signals = ['SIGINT', 'SIGTERM'] as const
  const stop = () => {
    for (const signal of signals) process.removeListener(signal, stop)
    console.error('\nfaas-contracts: interrupted; removing what the run created. Press Ctrl-C again to stop at once.')
    interruption.abort()
  }
  for (const signal of signals) process.on(signal, stop)
  try {
    return await run(interruption.signal, ({ check }, total) => showProgress.step(check.id, total))
  } finally {
    for (const signal of signals) process.removeListener(signal, stop)
    showProgress.end()
  }
}

async function report(verdict: Verdict, options: RunOptions, flags: readonly string[], startedAt: Date): Promise<void> {
  const { contract, settings, credentials, unsupported, secrets } = planRun(options)
  const { api } = contract
  await writeReports(verdict, settings.report, contract, {
    startedAt,
    profile: settings.profile,
    authentication: toSigning(api.dialect, credentials, settings.account).name,
    unsupported,
    shard: settings.shard,
    flags,
    secrets: [...secrets],
  })
}

async function emit(verdict: Verdict, options: RunOptions): Promise<void> {
  if (options.emitTests === undefined) return
  const { contract, settings, unsupported, baseUrl, credentials } = planRun(options)
  const emitted = emitTests(verdict, {
    api: contract.api,
    sources: verdict.sources,
    resources: toClaimedResources(contract.resources, unsupported),
    baseUrl,
    runId: verdict.runId,
    namePrefix: settings.namePrefix,
    consistencyMs: settings.consistencyMs,
    omitted: toOmittedHeaders(settings.headers, credentials !== undefined),
  })
  await writeTests(options.emitTests, emitted, baseUrl)
  const count = emitted.filter((one) => 'file' in one).length
  console.log(
    `${toCount(count, 'test')} of ${toCount(emitted.length, 'failed check')} in ${resolve(options.emitTests)}`,
  )
}
