import type { Failed, Outcome } from './outcome.ts'
import type { Report } from './model.ts'
import { toReplayLine } from './reproduce.ts'

/** A page of Markdown for a reader in a hurry: the verdict, the claims, the coverage, and each failure with a line to repeat it. */
export function toSummaryPage(report: Report): string {
  const failed = report.outcomes.filter((outcome): outcome is Failed => outcome.status === 'failed')
  const errored = report.outcomes.filter(({ status }) => status === 'errored')
  const sections = [
    `## ${headlines[report.conclusion]}: ${report.api.id}`,
    `${toText(report.target.baseUrl)}: ${toCounts(report)}; ${report.run.exchanges} exchanges in ${(report.run.durationMs / 1000).toFixed(1)} s.`,
    report.reason === undefined ? '' : toText(report.reason),
    toClaims(report),
    toCoverage(report),
    failed.length > 0
      ? ['### Violations', ...cut(failed).map((outcome) => toFailure(report, outcome))].join('\n\n')
      : '',
    failed.length > shown ? `${failed.length - shown} more are in the report.` : '',
    errored.length > 0 ? ['### Could not run', cut(errored).map(toErrorLine).join('\n')].join('\n\n') : '',
    toKnown(report),
    ['### Again', '```sh', report.reproduce.command, '```'].join('\n'),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

/** How every rendering says how a run ended. */
export const headlines: Readonly<Record<Report['conclusion'], string>> = {
  conformant: 'Conformant',
  violations: 'Not conformant',
  'stale-known-failures': 'Known failures are out of date',
  'could-not-run': 'No verdict: could not run',
}

/** GitHub takes a summary of at most 1 MiB. */
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
        `| ${toText(name)} | ${status} | ${passed} | ${failed} | ${errored} | ${skipped} |`,
    ),
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

/** The totals of coverage in words. */
export const totalNames: Readonly<Record<string, string>> = {
  operations: 'operations',
  statuses: 'success statuses',
  errors: 'error codes',
  parameters: 'parameters',
  constraintsValid: 'constraints, kept',
  constraintsInvalid: 'constraints, broken',
  transitions: 'transitions of state',
}

function toFailure(report: Report, { check, violation }: Failed): string {
  return [
    `**${toText(check.id)}** (${toText(violation.clause)})`,
    `- expected ${toText(violation.expected)}\n- got ${toText(violation.actual)}`,
    `\`\`\`sh\n${toReplayLine(report, check.id)}\n\`\`\``,
  ].join('\n\n')
}

function toErrorLine(outcome: Outcome): string {
  return `- ${toText(outcome.check.id)}: ${toText(outcome.status === 'errored' ? outcome.reason : '')}`
}

function toKnown({ knownFailures }: Report): string {
  if (knownFailures.length === 0) return ''
  const lines = knownFailures.map(({ check, reason, state }) => `- ${state}: ${toText(check)} (${toText(reason)})`)
  return ['### Known failures', lines.join('\n')].join('\n\n')
}

/** Foreign text as Markdown shows it: on one line, with nothing in it that Markdown or HTML would act on. */
function toText(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]<>|#]/g, (character) => `&#${character.charCodeAt(0)};`)
}
