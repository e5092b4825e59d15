import type { Errored, Failed, Outcome, Skipped } from './outcome.ts'
import type { Verdict } from './verdict.ts'

/** Colours of a terminal, or none: each function returns its text, dressed or as it is. */
export interface Paint {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly warn: (text: string) => string
  readonly faint: (text: string) => string
  readonly strong: (text: string) => string
}

/** A verdict as text for people: what was violated, with a line that shows it again, and what could not be run. */
export function renderVerdict(verdict: Verdict, paint: Paint = plain): string {
  const known = new Set(verdict.knownFailures.filter(({ state }) => state === 'failing').map(({ check }) => check))
  const isNew = ({ check }: Outcome) => !known.has(check.id)
  const failed = verdict.outcomes.filter((outcome) => outcome.status === 'failed').filter(isNew)
  const errored = verdict.outcomes.filter((outcome) => outcome.status === 'errored')
  const skipped = verdict.outcomes.filter((outcome) => outcome.status === 'skipped')
  const sections = [
    ...groupBy(failed, toViolationKey).map((group, index) => renderViolations(group, index + 1, paint)),
    ...groupBy(errored, (outcome) => outcome.reason).map((group) => renderErrored(group, paint)),
    ...groupBy(skipped, (outcome) => outcome.reason).map((group) => renderSkipped(group, paint)),
    renderKnownFailures(verdict, paint),
    renderTolerances(verdict, paint),
    renderLeftBehind(verdict, paint),
    renderSummary(verdict, paint),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

/** One outcome that did not pass, as a test's failure message shows it. */
export function renderOutcome(outcome: Outcome): string {
  switch (outcome.status) {
    case 'failed':
      return renderFinding(outcome, plain).join('\n')
    case 'errored':
      return `could not run (${outcome.cause}): ${outcome.reason}`
    case 'skipped':
      return `skipped: ${outcome.reason}`
    case 'passed':
      return 'passed'
  }
}

/** Nothing is dressed. */
export const plain: Paint = { good: same, bad: same, warn: same, faint: same, strong: same }

function same(text: string): string {
  return text
}

/** Checks that stumble over one fault make one entry: the first in full, the others by name. */
function toViolationKey({ violation }: Failed): string {
  return [violation.operation, violation.expected, violation.actual].join('\n')
}

function renderViolations(group: readonly Failed[], number: number, paint: Paint): string {
  const [first, ...others] = group
  if (!first) return ''
  const title = `${paint.bad(`violation ${number}`)}  ${paint.strong(first.check.id)}`
  return [title, ...renderFinding(first, paint).map((line) => `  ${line}`), ...renderOthers(others, paint)].join('\n')
}

function renderFinding({ violation }: Failed, paint: Paint): string[] {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['operation', violation.operation],
    ['clause', violation.clause],
    ['finding', violation.finding],
    ['expected', violation.expected],
    ['actual', violation.actual],
    ['again', violation.curl],
  ]
  return rows.flatMap(([name, value]) =>
    // Several requests stand on lines of their own.
    (value?.split('\n') ?? []).map((line, index) => `${paint.faint((index === 0 ? name : '').padEnd(10))}${line}`),
  )
}

function renderErrored(group: readonly Errored[], paint: Paint): string {
  const [first, ...others] = group
  if (!first) return ''
  const title = `${paint.warn('could not run')}  ${paint.strong(first.check.id)}`
  return [title, `  ${paint.faint(first.cause.padEnd(10))}${first.reason}`, ...renderOthers(others, paint)].join('\n')
}

function renderSkipped(group: readonly Skipped[], paint: Paint): string {
  const [first, ...others] = group
  if (!first) return ''
  const lines = [`${paint.faint('skipped')}  ${first.check.id}`, `  ${paint.faint('reason'.padEnd(10))}${first.reason}`]
  return [...lines, ...renderOthers(others, paint)].join('\n')
}

/** What was expected to fail, and what is to be taken out of the file. */
function renderKnownFailures({ knownFailures }: Verdict, paint: Paint): string {
  const titles = {
    passing: paint.bad('a known failure that passes: take it out'),
    unknown: paint.bad('a known failure of no check: take it out'),
    failing: paint.faint('known failure'),
    'not-run': '',
  }
  const lines = knownFailures
    .filter(({ state }) => state !== 'not-run')
    .map(({ check, reason, state }) => `${titles[state]}  ${check}\n  ${paint.faint('reason'.padEnd(10))}${reason}`)
  return lines.join('\n')
}

/** Which way the target went where the page leaves it open. */
function renderTolerances({ outcomes }: Verdict, paint: Paint): string {
  const notes = outcomes.flatMap(({ observations }) => observations.map(({ about, chose }) => `  ${about}: ${chose}`))
  const lines = [...new Set(notes)].sort()
  return lines.length > 0 ? [paint.faint('left open by the page, and chosen by the target'), ...lines].join('\n') : ''
}

/** Some names are enough to see the pattern; every outcome is in the verdict. */
const namesShown = 5

function renderOthers(others: readonly Outcome[], paint: Paint): string[] {
  if (others.length === 0) return []
  const names = others.slice(0, namesShown).map(({ check }) => check.id)
  const rest = others.length - names.length
  return [`  ${paint.faint('also'.padEnd(10))}${[...names, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')}`]
}

function renderLeftBehind({ leftBehind }: Verdict, paint: Paint): string {
  if (leftBehind.length === 0) return ''
  const lines = leftBehind.map((name) => `  ${name}`)
  return [`${paint.warn('left behind')}  the target did not remove what the run made:`, ...lines].join('\n')
}

function renderSummary(verdict: Verdict, paint: Paint): string {
  const { api, baseUrl, counts, exchanges, durationMs, seed, runId, reason } = verdict
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const facts = `${total} checks, ${exchanges} exchanges, ${(durationMs / 1000).toFixed(1)} s, seed ${seed}, run ${runId}`
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
