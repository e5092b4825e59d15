import type { Api } from '../../../schemas/core/api.ts'
import { WrongUseError } from '../exit-codes.ts'
import { toCauseSummaries, toCauses } from './causes.ts'
import { toClaims } from './claims.ts'
import { toSummary } from './coverage.ts'
import type { KnownFailureResult } from './known-failures.ts'
import type { Coverage, Report } from './model.ts'
import type { Outcome } from './outcome.ts'
import { isPassive } from './reproduce.ts'
import { toExitCode, toVerdict } from './verdict.ts'

/**
 * Joins the reports of the shards of one run. Throws {@link WrongUseError} if the reports differ in API, target or seed,
 * or if two reports have the same check, except passive checks, which every shard has.
 */
export function mergeReports(api: Api, reports: readonly Report[]): Report {
  const [first] = reports
  if (!first) throw new WrongUseError('there is no report to merge')
  for (const { api: other, target, run } of reports) {
    const isSame = other.id === first.api.id && target.baseUrl === first.target.baseUrl && run.seed === first.run.seed
    if (!isSame) throw new WrongUseError('only reports of one API, one target and one seed can be merged')
  }
  const outcomes = mergeOutcomes(reports)
  const shards = reports.flatMap(({ run }) => run.shard ?? [])
  const reasons = [...reports.flatMap(({ reason }) => reason ?? []), ...findMissing(shards)]
  const known = mergeKnown(reports)
  const run = {
    api: first.api.id,
    sources: first.sources,
    baseUrl: first.target.baseUrl,
    runId: reports.map((report) => report.run.id).join('+'),
    seed: first.run.seed,
    durationMs: Math.max(...reports.map((report) => report.run.durationMs)),
  }
  const reason = reasons.length > 0 ? reasons.join('; ') : undefined
  const verdict = toVerdict(run, outcomes, reason, known)
  const { features, unsupportedOperations = [] } = first.claims
  const unsupportedFeatures = features.filter(({ status }) => status === 'unsupported').map(({ name }) => name)
  const unsupported = [...unsupportedFeatures, ...unsupportedOperations]
  const { shard: _, ...firstRun } = first.run
  const { reason: __, ...rest } = first
  return {
    ...rest,
    run: {
      ...firstRun,
      id: run.runId,
      startedAt: reports.map((report) => report.run.startedAt).sort()[0] ?? first.run.startedAt,
      durationMs: run.durationMs,
      exchanges: verdict.exchanges,
    },
    conclusion: verdict.conclusion,
    exitCode: toExitCode(verdict),
    ...(reason !== undefined && { reason }),
    counts: verdict.counts,
    causes: toCauseSummaries(toCauses(outcomes, known)),
    claims: toClaims(api, outcomes, unsupported),
    knownFailures: known,
    observations: mergeObservations(reports),
    leftBehind: reports.flatMap((report) => report.leftBehind),
    coverage: mergeCoverage(reports.map(({ coverage }) => coverage)),
    reproduce: { command: withoutShard(first.reproduce.command), replay: withoutShard(first.reproduce.replay) },
    outcomes,
  }
}

/** The command of the whole run. */
function withoutShard(command: string): string {
  return command.replace(/ --shard \d+\/\d+/, '')
}

/** Every shard judges its own responses with the same passive checks. The outcome that says most about them counts. */
function mergeOutcomes(reports: readonly Report[]): Report['outcomes'] {
  const found = new Map<string, Report['outcomes'][number]>()
  for (const outcome of reports.flatMap((report) => report.outcomes)) {
    const { id } = outcome.check
    const other = found.get(id)
    if (other && !isPassive(id)) throw new WrongUseError(`two reports have the check ${id}`)
    if (!other || toWeight(outcome) > toWeight(other)) found.set(id, outcome)
  }
  return [...found.values()]
}

function toWeight({ status }: Pick<Outcome, 'status'>): number {
  return (['skipped', 'passed', 'errored', 'failed'] as const).indexOf(status)
}

function findMissing(shards: readonly string[]): readonly string[] {
  const present = new Set(shards)
  const count = Number(shards[0]?.split('/')[1] ?? 0)
  const missing = Array.from({ length: count }, (_, index) => `${index + 1}/${count}`).filter(
    (shard) => !present.has(shard),
  )
  return missing.length > 0 ? [`missing reports of the shards ${missing.join(', ')}`] : []
}

/** Merges known failures. A check that fails in one shard may pass in another, or not run there. */
function mergeKnown(reports: readonly Report[]): readonly KnownFailureResult[] {
  const toRank = ({ state }: KnownFailureResult) => ['unknown', 'not-run', 'passing', 'failing'].indexOf(state)
  const found = new Map<string, KnownFailureResult>()
  for (const known of reports.flatMap(({ knownFailures }) => knownFailures)) {
    const other = found.get(known.check)
    if (!other || toRank(known) > toRank(other)) found.set(known.check, known)
  }
  return [...found.values()]
}

function mergeObservations(reports: readonly Report[]): Report['observations'] {
  const found = new Map<string, Report['observations'][number]>()
  for (const seen of reports.flatMap(({ observations }) => observations)) {
    const key = `${seen.about}\n${seen.behaviour}`
    found.set(key, { ...seen, times: seen.times + (found.get(key)?.times ?? 0) })
  }
  return [...found.values()]
}

/** Adds up the counts. Every report of one version has the same rows in the same order. */
function mergeCoverage(coverages: readonly Coverage[]): Coverage {
  const [first, ...others] = coverages.map(({ operations }) => operations)
  const [one, ...more] = coverages.map(({ transitions }) => transitions)
  return toSummary(
    others.reduce<Coverage['operations']>((sum, rows) => add(sum, rows), first ?? []),
    more.reduce<Coverage['transitions']>((sum, rows) => add(sum, rows), one ?? []),
  )
}

/** Adds the numbers of two values of the same shape. Everything else is equal in both. */
function add<T>(a: T, b: T): T {
  if (typeof a === 'number' && typeof b === 'number') return (a + b) as T & number
  if (typeof a !== 'object' || a === null) return a
  if (typeof b !== 'object' || b === null || Object.keys(a).length !== Object.keys(b).length)
    throw new WrongUseError('only reports of one version of faas-contracts can be merged')
  if (Array.isArray(a)) return a.map((item, index) => add(item, Reflect.get(b, index))) as T & unknown[]
  return Object.fromEntries(Object.entries(a).map(([key, value]) => [key, add(value, Reflect.get(b, key))])) as T
}
