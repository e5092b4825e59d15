import { toLinkedSources } from '../../schemas/core/clause-links.ts'
import { contracts, findContract } from '../apis.ts'
import { checkAllowUndocumented } from '../core/assertions/undocumented-properties.ts'
import type { Contract } from '../core/contract.ts'
import { WrongUseError } from '../core/exit-codes.ts'
import { toRunId } from '../core/names.ts'
import { judgeKnownFailures } from '../core/report/known-failures.ts'
import { maskSecrets } from '../core/report/mask.ts'
import { toVerdict, type Verdict } from '../core/report/verdict.ts'
import { collectSecrets } from '../core/traffic/collect-secrets.ts'
import { createMatcher } from '../core/traffic/match-operation.ts'
import { type HarFile, readHarFile } from '../core/traffic/read-har.ts'
import type { Recorded, RecordedRequest } from '../core/traffic/recorded.ts'
import type { TrafficFinding } from '../core/traffic/seen.ts'
import { toTrafficChecks } from '../core/traffic/traffic-checks.ts'
import { createTrafficJudge, type TrafficCounts } from '../core/traffic/traffic-judge.ts'
import { toSettings } from '../settings/parse.ts'
import { readKnownFailures } from '../settings/read-config.ts'
import type { SettingsInput } from '../settings/settings.ts'
import { checkKnownFailures } from './run.ts'

export interface TrafficInput extends Pick<SettingsInput, 'profile' | 'allowUndocumented' | 'knownFailures'> {
  readonly apiId: string
  /** Compare the responses with each other. No other client may have changed the server meanwhile. Default: false. */
  readonly comparesStates?: boolean
  /** A request that violates its schema is a violation, too. Default: false. */
  readonly checksRequests?: boolean
  /** The command that a report shows for a repetition. */
  readonly command: string
}

/** Tests exchanges between other clients and a server. */
export interface TrafficRun {
  readonly contract: Contract
  readonly counts: TrafficCounts
  /** Texts that no output may contain. */
  readonly secrets: ReadonlySet<string>
  /** Call it when a request starts, and its result when the exchange ends. Returns the new violations. */
  readonly watch: (request: RecordedRequest) => (recorded?: Recorded) => readonly TrafficFinding[]
  /** The verdict on all exchanges so far. `problem`: why there is no response at all. */
  readonly toVerdict: (baseUrl: string, durationMs: number, problem?: string) => Verdict
}

/** Throws {@link WrongUseError} for invalid settings. */
export async function openTraffic(input: TrafficInput): Promise<TrafficRun> {
  const { apiId, comparesStates = false, checksRequests = false, command, ...given } = input
  const contract = findContract(apiId)
  const { api } = contract
  const { profile, allowUndocumented, knownFailures } = toSettings(given)
  const known = await readKnownFailures(knownFailures)
  const refs = toTrafficChecks(contract).map(({ ref }) => ref)
  // A file of known failures also serves `verify`, so it may name checks that traffic does not have.
  const ids = [...new Set([...refs, ...contract.checks].map(({ id }) => id))]
  checkKnownFailures(contract, known, ids)
  checkAllowUndocumented(api, allowUndocumented)
  const excused = new Set(known.map(({ check }) => check))
  const judge = createTrafficJudge({ contract, profile, allowUndocumented, comparesStates, checksRequests })
  const secrets = new Set<string>()
  return {
    contract,
    counts: judge.counts,
    secrets,
    watch(request) {
      const end = judge.watch(request)
      return (recorded) => {
        if (recorded) collectSecrets(secrets, recorded)
        return end(recorded).filter(({ operation, rule }) => !excused.has(`${operation.id} › ${rule}`))
      }
    },
    toVerdict(baseUrl, durationMs, problem) {
      const outcomes = judge
        .outcomes()
        .map((outcome) => ({ ...maskSecrets(outcome, [...secrets]), check: outcome.check }))
      const run = { api: api.id, sources: toLinkedSources(api), baseUrl, runId: toRunId(), seed: 'none', durationMs }
      const reason = judge.counts.judged > 0 ? undefined : (problem ?? `no response of ${api.id} was recorded`)
      // Traffic without a failure does not show that the failure is gone.
      const states = judgeKnownFailures(
        known,
        ids.map((id) => ({ id })),
        outcomes,
      ).map((one) => (one.state === 'passing' ? { ...one, state: 'not-run' as const } : one))
      return { ...toVerdict(run, outcomes, reason, states), command }
    },
  }
}

/** What was read of HAR files. */
export interface ReadTraffic {
  /** The servers of the exchanges: scheme, host and port. */
  readonly origins: readonly string[]
  readonly cached: number
}

/**
 * Judges the exchanges of HAR files, in the order of time. Throws {@link WrongUseError} for a file that is not HAR or
 * that has no request of the API. `onProgress` is called after each exchange, with the number of all.
 */
export async function judgeFiles(
  { contract, watch }: Pick<TrafficRun, 'contract' | 'watch'>,
  files: readonly string[],
  onProgress?: (total: number) => void,
): Promise<ReadTraffic> {
  const match = createMatcher(contract.api)
  const read: HarFile[] = []
  for (const file of files) {
    const har = await readHarFile(file)
    checkRequests(contract, har, file)
    read.push(har)
  }
  const exchanges = read.flatMap((har) => har.exchanges)
  const ends = new Map<Recorded, ReturnType<typeof watch>>()
  for (const { recorded, isEnd } of toEvents(exchanges)) {
    if (!isEnd) ends.set(recorded, watch(recorded.request))
    else {
      ends.get(recorded)?.(recorded)
      ends.delete(recorded)
      onProgress?.(exchanges.length)
    }
  }
  const own = exchanges.filter(({ request }) => match(request).kind === 'operation')
  return {
    origins: [...new Set(own.map(({ request }) => new URL(request.url).origin))],
    cached: read.reduce((sum, { cached }) => sum + cached, 0),
  }
}

/** Starts and ends in the order of time. If an exchange ends when another starts, the end comes first. */
function toEvents(exchanges: readonly Recorded[]): readonly { readonly recorded: Recorded; readonly isEnd: boolean }[] {
  return exchanges
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .flatMap((recorded) => [
      { recorded, isEnd: false, at: recorded.startedAt },
      { recorded, isEnd: true, at: recorded.startedAt + recorded.durationMs },
    ])
    .toSorted((a, b) => a.at - b.at)
}

function checkRequests({ api }: Contract, { exchanges }: HarFile, file: string): void {
  const countOf = (one: Contract['api']) => {
    const match = createMatcher(one)
    return exchanges.filter(({ request }) => match(request).kind === 'operation').length
  }
  if (countOf(api) > 0) return
  const other = contracts.find((one) => countOf(one.api) > 0)?.api.id
  const hint = other === undefined ? '' : `; it has requests of ${other}`
  throw new WrongUseError(`${file} has no request of an operation of ${api.id}${hint}`)
}
