import { toCount } from '../../../schemas/core/lib/count.ts'
import { type Cause, toCauses } from './causes.ts'
import { toMarkdownClause, toMarkdownCode, toMarkdownText } from './markdown.ts'
import type { Report } from './model.ts'
import { toReplayLine } from './reproduce.ts'

/** A short summary in Markdown: verdict, probable causes, claims, coverage, and a command that repeats each example. */
export function toSummaryPage(report: Report): string {
  const causes = toCauses(report.outcomes, report.knownFailures)
  const sections = [
    `## ${headlines[report.conclusion]}: ${report.api.id}`,
    `${toMarkdownText(report.target.baseUrl)}: ${toCounts(report)}; ${toCount(report.run.exchanges, 'exchange')} in ${(report.run.durationMs / 1000).toFixed(1)} s.`,
    report.reason === undefined ? '' : toMarkdownText(report.reason),
    toCauseTable(causes),
    toClaims(report),
    toCoverage(report),
    causes.length > 0
      ? ['### Examples', ...causes.slice(0, shown).map((cause) => toExample(report, cause))].join('\n\n')
      : '',
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

function toCauseTable(causes: readonly Cause[]): string {
  if (causes.length === 0) return ''
  const more = causes.length - shown
  return [
    '### Likely causes',
    '',
    '| failed | blocked | cause |',
    '|---:|---:|---|',
    ...causes
      .slice(0, shown)
      .map(({ failed, blocked, title }) => `| ${failed.length} | ${blocked.length} | ${toMarkdownText(title)} |`),
    ...(more > 0 ? ['', `The report has ${more} more.`] : []),
  ].join('\n')
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
    '| coverage | documented | tried | matched | what matches |',
    '|---|---:|---:|---:|---|',
    ...Object.entries(coverage.totals).map(
      ([name, { total, attempted, matched }]) =>
        `| ${totalNames[name] ?? name} | ${total} | ${attempted} | ${matched} | ${matchWords[name] ?? ''} |`,
    ),
    '',
    matchNote,
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

/** What the number `matched` of a total counts. */
export const matchWords: Readonly<Record<string, string>> = {
  operations: 'with a documented success status',
  statuses: 'in a response',
  errors: 'in a response, with its status',
  parameters: 'with a documented success status',
  constraintsValid: 'with a documented success status',
  constraintsInvalid: 'with a status from 400 to 499',
  transitions: 'with the required kind of status',
}

/** Coverage is no statement about bodies. */
export const matchNote =
  'Coverage counts statuses and error codes. Whether bodies are right is the result of the checks.'

function toExample(report: Report, { title, example }: Cause): string {
  const { check } = example
  const clause = example.status === 'failed' ? example.violation.clause : check.clause
  const facts =
    example.status === 'failed'
      ? `- expected ${toMarkdownText(example.violation.expected)}\n- actual ${toMarkdownText(example.violation.actual)}`
      : `- could not run: ${toMarkdownText(example.reason)}`
  return [
    `**${toMarkdownText(title)}**`,
    `${toMarkdownText(check.id)} (${toMarkdownClause(clause, report.sources)})`,
    facts,
    toMarkdownCode(toReplayLine(report, check.id)),
  ].join('\n\n')
}

function toKnown({ knownFailures }: Report): string {
  if (knownFailures.length === 0) return ''
  const lines = knownFailures.map(
    ({ check, reason, state }) => `- ${state}: ${toMarkdownText(check)} (${toMarkdownText(reason)})`,
  )
  return ['### Known failures', lines.join('\n')].join('\n\n')
}
