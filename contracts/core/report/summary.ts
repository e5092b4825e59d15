import { toMarkdownClause, toMarkdownCode, toMarkdownText } from './markdown.ts'
import type { Report } from './model.ts'
import type { Failed, Outcome } from './outcome.ts'
import { toReplayLine } from './reproduce.ts'

/** A short summary in Markdown: verdict, claims, coverage, and each failure with a command that repeats it. */
export function toSummaryPage(report: Report): string {
  const failed = report.outcomes.filter((outcome): outcome is Failed => outcome.status === 'failed')
  const errored = report.outcomes.filter(({ status }) => status === 'errored')
  const sections = [
    `## ${headlines[report.conclusion]}: ${report.api.id}`,
    `${toMarkdownText(report.target.baseUrl)}: ${toCounts(report)}; ${report.run.exchanges} exchanges in ${(report.run.durationMs / 1000).toFixed(1)} s.`,
    report.reason === undefined ? '' : toMarkdownText(report.reason),
    toClaims(report),
    toCoverage(report),
    failed.length > 0
      ? ['### Violations', ...cut(failed).map((outcome) => toFailure(report, outcome))].join('\n\n')
      : '',
    failed.length > shown ? `The report has ${failed.length - shown} more.` : '',
    errored.length > 0 ? ['### Could not run', cut(errored).map(toErrorLine).join('\n')].join('\n\n') : '',
    toKnown(report),
    ['### Reproduce', toMarkdownCode(report.reproduce.command)].join('\n'),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

/** The conclusion of a run in words. */
export const headlines: Readonly<Record<Report['conclusion'], string>> = {
  conformant: 'Conformant',
  violations: 'Not conformant',
  'stale-known-failures': 'Known failures are out of date',
  'could-not-run': 'No verdict: could not run',
}

/** GitHub accepts a summary of at most 1 MiB. */
const shown = 50

function cut<T>(items: readonly T[]): readonly T[] {
  return items.slice(0, shown)
}

function toCounts({ counts }: Report): string {
  return Object.entries(counts)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ')
}

function toClaims({ claims }: Report): string {
  const rows = [
    ['core', claims.core] as const,
    ['extended', claims.extended] as const,
    ...claims.features.map((feature) => [feature.name, feature] as const),
  ]
  return [
    '| claim | status | passed | failed | errored | skipped |',
    '|---|---|---:|---:|---:|---:|',
    ...rows.map(
      ([name, { status, passed, failed, errored, skipped }]) =>
        `| ${toMarkdownText(name)} | ${status} | ${passed} | ${failed} | ${errored} | ${skipped} |`,
    ),
    ...(claims.unsupportedOperations
      ? ['', `Operations that the target does not claim: ${claims.unsupportedOperations.join(', ')}`]
      : []),
  ].join('\n')
}

function toCoverage({ coverage }: Report): string {
  return [
    '| coverage | documented | tried | returned as documented |',
    '|---|---:|---:|---:|',
    ...Object.entries(coverage.totals).map(
      ([name, { total, attempted, matched }]) =>
        `| ${totalNames[name] ?? name} | ${total} | ${attempted} | ${matched} |`,
    ),
  ].join('\n')
}

/** Names for the totals of coverage. */
export const totalNames: Readonly<Record<string, string>> = {
  operations: 'operations',
  statuses: 'success statuses',
  errors: 'error codes',
  parameters: 'parameters',
  constraintsValid: 'constraints kept',
  constraintsInvalid: 'constraints broken',
  transitions: 'state transitions',
}

function toFailure(report: Report, { check, violation }: Failed): string {
  return [
    `**${toMarkdownText(check.id)}** (${toMarkdownClause(violation.clause, report.sources)})`,
    `- expected ${toMarkdownText(violation.expected)}\n- actual ${toMarkdownText(violation.actual)}`,
    toMarkdownCode(toReplayLine(report, check.id)),
  ].join('\n\n')
}

function toErrorLine(outcome: Outcome): string {
  return `- ${toMarkdownText(outcome.check.id)}: ${toMarkdownText(outcome.status === 'errored' ? outcome.reason : '')}`
}

function toKnown({ knownFailures }: Report): string {
  if (knownFailures.length === 0) return ''
  const lines = knownFailures.map(
    ({ check, reason, state }) => `- ${state}: ${toMarkdownText(check)} (${toMarkdownText(reason)})`,
  )
  return ['### Known failures', lines.join('\n')].join('\n\n')
}
