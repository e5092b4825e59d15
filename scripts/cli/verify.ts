import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { styleText } from 'node:util'
import { findContract } from '../../contracts/apis.ts'
import type { Paint, RunOptions, Verdict } from '../../contracts/index.ts'
import type { Api } from '../../schemas/core/api.ts'
import { exitCode } from './exit.ts'
import { findApi } from './find-api.ts'
import { generatedPath, readVersion } from './package-root.ts'
import { openReference } from './verify-reference.ts'
import { toFlagWords, toVerifySettings, type VerifyOptions, type VerifySettings } from './verify-settings.ts'

/** Runs the contract suite against an implementation, prints what it found, and writes reports where they are asked for. */
export async function verify(id: string, options: VerifyOptions): Promise<number> {
  const api = findApi(id)
  const settings = await toVerifySettings(api, options, process.cwd(), process.env)
  // vitest takes a while to load; the other verbs do without it.
  const { planContract, renderVerdict, runContract, toExitCode } = await import('../../contracts/index.ts')
  if (options.dryRun) {
    process.stdout.write(
      planContract({ ...settings.run, ...(settings.reference !== false && { reference: 'the emulator' }) }),
    )
    return exitCode.done
  }
  const startedAt = new Date()
  const { run, close } = await openReference(settings.run, settings.reference)
  const verdict = await runInterruptibly((signal, onProgress) => runContract({ ...run, signal, onProgress })).finally(
    close,
  )
  process.stdout.write(renderVerdict(verdict, paint))
  await report(api, verdict, settings, options, startedAt)
  return toExitCode(verdict)
}

/** Ctrl-C ends the run after what it made is removed; a second one ends the process at once. */
async function runInterruptibly(
  run: (signal: AbortSignal, onProgress: RunOptions['onProgress']) => Promise<Verdict>,
): Promise<Verdict> {
  const showProgress = createProgress()
  const interruption = new AbortController()
  const signals = ['SIGINT', 'SIGTERM'] as const
  const stop = () => {
    for (const signal of signals) process.removeListener(signal, stop)
    console.error('\nfaas-contracts: interrupted; removing what the run made. Once more to stop at once.')
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

async function report(
  api: Api,
  verdict: Verdict,
  settings: VerifySettings,
  options: VerifyOptions,
  startedAt: Date,
): Promise<void> {
  const githubSummary = process.env.GITHUB_STEP_SUMMARY
  if (settings.reportFolder === undefined && !githubSummary) return
  const { readDocumentLines, renderReport, writeReport } = await import('../../contracts/core/report/write.ts')
  const yaml = await readFile(generatedPath(api.id, 'openapi.yaml'), 'utf8')
  const { resources, toUnreachable } = findContract(api.id)
  const facts = {
    api,
    resources,
    ...(toUnreachable && { toUnreachable }),
    toolVersion: readVersion(),
    startedAt,
    profile: settings.profile,
    authentication: settings.authentication,
    unsupported: settings.unsupported,
    ...(options.shard !== undefined && { shard: options.shard }),
    flags: toFlagWords(options),
    secrets: settings.secrets,
  }
  const files = renderReport(verdict, facts, readDocumentLines(`generated/${api.id}/openapi.yaml`, yaml))
  await writeReport(settings.reportFolder, files, githubSummary)
  if (settings.reportFolder !== undefined) console.log(`report in ${resolve(settings.reportFolder, 'report.html')}`)
}

const paint: Paint = {
  good: (text) => styleText('green', text),
  bad: (text) => styleText('red', text),
  warn: (text) => styleText('yellow', text),
  faint: (text) => styleText('dim', text),
  strong: (text) => styleText('bold', text),
}

/** One line that is written over and over, on a terminal only. */
function createProgress() {
  const { stderr } = process
  let done = 0
  const write = (text: string) => {
    if (stderr.isTTY) stderr.write(`\r\u001b[2K${text}`)
  }
  return {
    step(name: string, total: number) {
      done += 1
      write(`${done}/${total} ${name}`.slice(0, (stderr.columns ?? 80) - 1))
    },
    end: () => write(''),
  }
}
