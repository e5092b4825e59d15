import { type LinkedSource, toClauseUrls } from '../../../schemas/core/clause-links.ts'
import { type Cause, toCauseCounts, toCauses } from './causes.ts'
import { toCount } from '../../../schemas/core/lib/count.ts'
import { toObservations } from './observations.ts'
import type { Failed, Outcome, Skipped } from './outcome.ts'
import { toReplayCommand } from './reproduce.ts'
import { toSafeText } from './safe-text.ts'
import type { Verdict } from './verdict.ts'

/** The colours of a terminal. Each function returns its text with or without colour. */
export interface Paint {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly warn: (text: string) => string
  readonly faint: (text: string) => string
  readonly strong: (text: string) => string
}

/** What a terminal shows beside the verdict. */
export interface Beside {
  /** The flags of the run that a repetition needs. */
  readonly flags?: readonly string[]
  /** Texts before the summary. */
  readonly notes?: readonly string[]
  /** The page of the report, if the run writes one. */
  readonly page?: string | undefined
}

/**
 * A verdict as text: the probable causes, each with an example and a command that repeats it, and a summary. The texts
 * are safe for a terminal and for the log of a CI job.
 */
export function renderVerdict(
  given: Verdict,
  paint: Paint = plain,
  { flags: givenFlags = [], notes = [], page }: Beside = {},
): string {
  const { verdict, causes, flags } = toShown(given, givenFlags)
  const skipped = verdict.outcomes.filter((outcome) => outcome.status === 'skipped')
  const sections = [
    ...causes.map((cause, index) => renderCause(cause, index + 1, verdict, flags, paint)),
    renderLikelyCauses(causes, paint),
    renderKnownFailures(verdict, paint),
    ...groupBy(skipped, (outcome) => outcome.reason).map((group) => renderSkipped(group, paint)),
    renderTolerances(verdict, paint, page),
    renderLeftBehind(verdict, paint),
    ...notes,
    renderMissingFeatures(verdict, paint),
    renderSummary(verdict, paint),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

/** What a terminal shows: safe texts, without the exchanges. */
export function toShown(given: Verdict, givenFlags: readonly string[]) {
  const outcomes = given.outcomes.map(({ traffic: _, ...outcome }) => outcome)
  const { verdict, flags } = toSafeText({ verdict: { ...given, outcomes }, flags: givenFlags })
  return { verdict, flags, causes: toCauses(verdict.outcomes, verdict.knownFailures) }
}

/** One outcome as the failure message of a test. */
export function renderOutcome({ traffic: _, ...given }: Outcome, sources: readonly LinkedSource[] = []): string {
  const outcome = toSafeText(given)
  switch (outcome.status) {
    case 'failed':
      return renderFinding(outcome, sources, plain).join('\n')
    case 'errored':
      return `could not run (${outcome.cause}): ${outcome.reason}`
    case 'skipped':
      return `skipped: ${outcome.reason}`
    case 'passed':
      return 'passed'
  }
}

/** No colours. */
export const plain: Paint = { good: same, bad: same, warn: same, faint: same, strong: same }

function same(text: string): string {
  return text
}

/** One cause with its example. */
export function renderCause(
  cause: Cause,
  number: number,
  verdict: Verdict,
  flags: readonly string[],
  paint: Paint,
): string {
  const { title, example, failed, blocked } = cause
  const isViolation = example.status === 'failed'
  const name = isViolation ? paint.bad(`violation ${number}`) : paint.warn('could not run')
  const others = [...failed, ...blocked].filter((outcome) => outcome !== example)
  const facts = isViolation
    ? renderFinding(example, verdict.sources, paint)
    : [`${paint.faint(example.cause.padEnd(9))} ${example.reason}`]
  return [
    `${name}  ${paint.strong(isViolation ? title : example.check.id)}`,
    ...(isViolation ? [`  ${paint.faint('check'.padEnd(10))}${example.check.id}`] : []),
    ...facts.map((line) => `  ${line}`),
    `  ${paint.faint('repeat'.padEnd(10))}${toReplayCommand(verdict.api, verdict, flags, example.check.id)}`,
    ...renderOthers(others, paint),
  ].join('\n')
}

/** A few causes stand beside the verdict. */
const causesShown = 10

export function renderLikelyCauses(causes: readonly Cause[], paint: Paint, shown = causesShown): string {
  if (causes.length === 0) return ''
  const lines = causes
    .slice(0, shown)
    .map(({ title, failed, blocked }) => `  ${toCauseCounts(failed.length, blocked.length)}  ${title}`)
  const more = causes.length - lines.length
  return [paint.strong('likely causes'), ...lines, ...(more > 0 ? [`  ${toCount(more, 'more cause')}`] : [])].join('\n')
}

function renderFinding({ violation }: Failed, sources: readonly LinkedSource[], paint: Paint): string[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['operation', violation.operation],
    ['clause', violation.clause],
    ['source', toClauseUrls(violation.clause, sources).join('\n')],
    ['finding', violation.finding],
    ['expected', violation.expected],
    ['actual', violation.actual],
    // A sequence of requests shows the steps. The check itself repeats a single request with its set-up.
    ['requests', violation.curl?.includes('\ncurl ') ? violation.curl : undefined],
  ]
  return rows.flatMap(([name, value]) =>
    // Each URL and each request has its own line.
    (value ? value.split('\n') : []).map(
      (line, index) => `${paint.faint((index === 0 ? name : '').padEnd(10))}${line}`,
    ),
  )
}

function renderSkipped(group: readonly Skipped[], paint: Paint): string {
  const [first, ...others] = group
  if (!first) return ''
  const lines = [`${paint.faint('skipped')}  ${first.check.id}`, `  ${paint.faint('reason'.padEnd(10))}${first.reason}`]
  return [...lines, ...renderOthers(others, paint)].join('\n')
}

/** Known failures that failed, and entries that must be removed from the file of known failures. */
export function renderKnownFailures({ knownFailures }: Verdict, paint: Paint): string {
  const titles = {
    passing: paint.bad('known failure that passes: remove it'),
    unknown: paint.bad('known failure of an unknown check: remove it'),
    failing: paint.faint('known failure'),
    'not-run': '',
  }
  const lines = knownFailures
    .filter(({ state }) => state !== 'not-run')
    .map(({ check, reason, state }) => `${titles[state]}  ${check}\n  ${paint.faint('reason'.padEnd(10))}${reason}`)
  return lines.join('\n')
}

/** How often the target decided implementation-defined behaviour. The report has the list. */
export function renderTolerances(verdict: Verdict, paint: Paint, page: string | undefined): string {
  const count = toObservations(verdict).length
  if (count === 0) return ''
  const place = page ?? '--report <folder>'
  const them = count === 1 ? 'it' : 'them'
  return paint.faint(`implementation-defined behaviour: ${toCount(count, 'item')}. ${place} lists ${them}.`)
}

/** The verdict has every outcome. A few ids are enough in the text. */
const namesShown = 5

function renderOthers(others: readonly Outcome[], paint: Paint): string[] {
  if (others.length === 0) return []
  const names = others.slice(0, namesShown).map(({ check }) => check.id)
  const rest = others.length - names.length
  return [`  ${paint.faint('also'.padEnd(10))}${[...names, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')}`]
}

export function renderLeftBehind({ leftBehind }: Verdict, paint: Paint): string {
  if (leftBehind.length === 0) return ''
  const lines = leftBehind.map((name) => `  ${name}`)
  return [`${paint.warn('left behind')}  the target did not remove these resources of the run:`, ...lines].join('\n')
}

/** The flag for a target that has only a part of the API. */
export function renderMissingFeatures({ missingFeatures = [] }: Verdict, paint: Paint): string {
  if (missingFeatures.length === 0) return ''
  const them = missingFeatures.length === 1 ? 'this feature' : 'these features'
  return [
    `${paint.warn('missing')}  no operation of ${missingFeatures.join(', ')} succeeded. If the target does not have ${them}, add:`,
    `  --unsupported ${missingFeatures.join(',')}`,
  ].join('\n')
}

export function renderSummary(verdict: Verdict, paint: Paint): string {
  const { api, baseUrl, counts, exchanges, durationMs, seed, runId, reason } = verdict
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const facts = `${toCount(total, 'check')}, ${toCount(exchanges, 'exchange')}, ${(durationMs / 1000).toFixed(1)} s, seed ${seed}, run ${runId}`
  const list = Object.entries(counts).map(([status, count]) => `${count} ${status}`)
  return [
    ...(reason ? [paint.warn(reason)] : []),
    `${toHeadline(verdict, paint)}  ${api} at ${baseUrl}`,
    list.join(', '),
    paint.faint(facts),
  ].join('\n')
}

function toHeadline({ conclusion }: Verdict, paint: Paint): string {
  const lines = {
    conformant: paint.good('conformant'),
    violations: paint.bad('not conformant'),
    'stale-known-failures': paint.bad('known failures are out of date'),
    'could-not-run': paint.warn('no verdict: could not run'),
  }
  return lines[conclusion]
}

function groupBy<T>(items: readonly T[], toKey: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(toKey(item))
    if (group) group.push(item)
    else groups.set(toKey(item), [item])
  }
  return [...groups.values()]
}
