import { access, constants, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { dump } from 'js-yaml'
import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import { readBaseUrl } from '../../contracts/core/http/target.ts'
import { toWriteError } from '../../contracts/core/read-file.ts'
import { toSafeText } from '../../contracts/core/report/safe-text.ts'
import { checkReportFolder } from '../../contracts/core/report/write.ts'
import { createProxy } from '../../contracts/core/traffic/proxy/proxy.ts'
import { checkConnection, createUpstream } from '../../contracts/core/traffic/proxy/upstream.ts'
import type { TrafficFinding } from '../../contracts/core/traffic/seen.ts'
import { createSeedRecorder, type SeedRecorder } from '../../contracts/core/traffic/seed/seed-recorder.ts'
import { readCa } from '../../contracts/run/plan-run.ts'
import { openTraffic } from '../../contracts/run/traffic.ts'
import { listen } from '../../mocks/adapters/http/listen.ts'
import { quoteShell } from '../../schemas/core/lib/shell.ts'
import { baseApis } from '../../schemas/base-apis.ts'
import { findApi } from './find-api.ts'
import { type TrafficFlags, toTrafficInput, toTrafficWords } from './traffic.ts'
import { endTraffic } from './traffic-verdict.ts'
import { untilStopped } from './until-stopped.ts'
import { toCommandSettings } from './verify-flags.ts'
import { toCommandInput } from './verify-settings.ts'

export interface ProxyFlags extends TrafficFlags {
  readonly upstream: string
  readonly port: number
  readonly rewriteHost?: boolean
  readonly failFast?: boolean
  readonly record?: string
}

/** Forwards requests to a server and checks the exchanges, until it is stopped or, with `failFast`, until a violation. */
export async function proxy(id: string, flags: ProxyFlags): Promise<number> {
  const { id: apiId } = findApi(id, baseApis)
  const { upstream: url, port, record, rewriteHost = false, failFast = false } = flags
  const settings = await toCommandInput(toCommandSettings({ ...flags }), process.cwd(), {})
  const words = [
    ...['npx', 'faas-contracts', 'proxy', apiId, '--upstream', url, '--port', String(port)],
    ...(rewriteHost ? ['--rewrite-host'] : []),
    ...(failFast ? ['--fail-fast'] : []),
    ...toTrafficWords(settings, flags),
  ]
  const command = words.map(quoteShell).join(' ')
  const run = await openTraffic({ ...toTrafficInput(settings, flags), apiId, command })
  const { api, seed } = run.contract
  const upstream = createUpstream(readBaseUrl(url), readCa(settings.ca))
  const address = upstream.origin.href.replace(/\/$/, '')
  if (settings.report !== undefined) await checkReportFolder(settings.report)
  if (record !== undefined) await checkNewFile(record)
  const recorder = record === undefined || !seed ? undefined : createSeedRecorder(api, seed)
  await checkConnection(upstream, connectMs).catch((error: Error) => {
    throw new Error(`no connection to ${address}: ${error.message.replace(/^no connection: /, '')}`)
  })
  const startedAt = new Date()
  const violation = new AbortController()
  const problems = new Set<string>()
  const { server, settled } = createProxy({
    upstream,
    rewritesHost: rewriteHost,
    onRequest(request) {
      const end = run.watch(request)
      return (recorded) => {
        const found = end(recorded)
        if (recorded) recorder?.add(recorded)
        for (const finding of found) console.log(toLine(finding, [...run.secrets]))
        if (failFast && found.length > 0) violation.abort()
      }
    },
    onFailure({ fault, message }) {
      // A server that sends other responses breaks a rule. That is a violation, which has its own line.
      if (fault !== 'unreachable' && run.counts.judged > 0) return
      // A client may repeat its request many times.
      if (problems.size >= mostProblems || problems.has(message)) return
      problems.add(message)
      console.error(toSafeText(`faas-contracts: ${address}: ${message}`))
    },
  })
  const served = await listen(server, port, '127.0.0.1')
  console.log(`The proxy listens on ${served.url} and forwards to ${address}`)
  console.log('Stop it with Ctrl+C.')
  await untilStopped(violation.signal)
  await served.close()
  await settled()
  upstream.close()
  const [problem] = problems
  const verdict = run.toVerdict(address, Date.now() - startedAt.getTime(), problem)
  if (record !== undefined && recorder) await writeSeed(record, api.id, recorder, [...run.secrets])
  return await endTraffic(run, verdict, { startedAt, settings })
}

/** Longest time for the first connection, in milliseconds. */
const connectMs = 10_000
const mostProblems = 100

/** `violation  GetService › every-success-matches-schema GET /2016-08-15/services/a: expected …, but got …`. */
function toLine({ operation, rule, finding, exchange }: TrafficFinding, secrets: readonly string[]): string {
  const { method, url } = exchange?.request ?? {}
  const request = url === undefined ? '' : ` ${method} ${url.replace(/^https?:\/\/[^/]*/, '')}`
  const text = `${operation.id} › ${rule}${request}: expected ${finding.expected}, but got ${finding.actual}`
  return `violation  ${toSafeText(text, secrets).replaceAll(/\s+/g, ' ').slice(0, lineLength)}`
}

const lineLength = 1000

/** Throws {@link WrongUseError} if a file exists or cannot be created. */
async function checkNewFile(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  )
  if (isThere) throw new WrongUseError(`${file} exists; --record does not replace files`)
  await access(dirname(file), constants.W_OK).catch((error: unknown) => {
    throw toWriteError(file, error)
  })
}

async function writeSeed(
  file: string,
  apiId: string,
  recorder: SeedRecorder,
  secrets: readonly string[],
): Promise<void> {
  const built = recorder.toSeed(secrets)
  if (!built) {
    console.error(`faas-contracts: the traffic shows no resource of ${apiId}, so ${file} was not written`)
    return
  }
  for (const name of built.leftOut) {
    console.error(
      toSafeText(`faas-contracts: the seed does not have ${name}: the traffic does not show all its fields`),
    )
  }
  // A file that was created meanwhile is not replaced either.
  await writeFile(file, dump({ [apiId]: built.seed }, { noRefs: true }), { flag: 'wx', mode: 0o600 }).catch(
    (error: unknown) => {
      throw toWriteError(file, error)
    },
  )
  console.log(`seed in ${file}`)
}
