import { toCauses } from './causes.ts'
import { toCount } from '../../../schemas/core/lib/count.ts'
import { toCoverageSection } from './html-coverage.ts'
import { toFilter, toFilterClass, toOverview } from './html-overview.ts'
import { matrix, renderSection, type Section, table, toFacts } from './html-parts.ts'
import { style } from './html-style.ts'
import { type Html, html, raw } from '../../../schemas/core/lib/html.ts'
import { toAnchor, toClause, toFindings } from './html-findings.ts'
import type { Report } from './model.ts'
import type { Outcome } from './outcome.ts'
import { headlines } from './summary.ts'

/** The report as one HTML file that needs no network and no script. The overview comes first, the details are closed. */
export function toHtml(report: Report): string {
  const causes = toCauses(report.outcomes, report.knownFailures)
  const sections = [
    toOverview(report, causes),
    toFindings(report, causes),
    toClaims(report),
    toKnown(report),
    toOutcomes(report),
    toCoverageSection(report),
    toTolerances(report),
    toSources(report),
    toReproduce(report),
  ].filter((section) => section !== undefined)
  return `${
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${headlines[report.conclusion]}: ${report.api.id}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
${toVerdict(report)}
<nav aria-label="Contents"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${sections.map(renderSection)}
</main>
</body>
</html>`.text
  }\n`
}

function toVerdict({ api, target, run, counts, conclusion, tool, reason, leftBehind }: Report): Html {
  const facts = [
    ['target', target.baseUrl],
    ['API', api.title.includes(api.version) ? api.title : `${api.title} ${api.version}`],
    ['profile', target.profile],
    ['authentication', target.authentication],
    [
      'checks',
      Object.entries(counts)
        .map(([status, count]) => `${count} ${status}`)
        .join(', '),
    ],
    ['exchanges', `${run.exchanges} in ${(run.durationMs / 1000).toFixed(1)} s`],
    ['started', run.startedAt],
    ['seed', run.seed],
    ['run', run.id + (run.shard === undefined ? '' : `, shard ${run.shard}`)],
    ['versions', `faas-contracts ${tool.version}, Node.js ${run.node}`],
    ...(reason === undefined ? [] : [['incomplete', reason] as const]),
    ...(leftBehind.length === 0 ? [] : [['left behind', leftBehind.join(', ')] as const]),
  ] as const
  return html`<header class="${conclusion}"><h1>${headlines[conclusion]}</h1><p>${api.id}</p></header>
${toFacts(facts)}`
}

function toClaims({ claims }: Report): Section {
  const rows = [{ name: 'core', ...claims.core }, { name: 'extended', ...claims.extended }, ...claims.features]
  const cells = rows.map(({ name, status, passed, failed, errored, skipped }) => [
    name,
    toMark(status),
    passed,
    failed,
    errored,
    skipped,
  ])
  const { unsupportedOperations = [] } = claims
  const others =
    unsupportedOperations.length > 0
      ? html`<p>The target does not claim these operations: ${unsupportedOperations.join(', ')}</p>`
      : undefined
  const heads = ['level or feature', 'status', 'passed', 'failed', 'errored', 'skipped']
  return { id: 'claims', title: 'Claims', content: html`${table(heads, cells)}${others}` }
}

function toMark(status: string): Html {
  return html`<span class="mark ${status}">${status}</span>`
}

function toKnown({ knownFailures }: Report): Section | undefined {
  if (knownFailures.length === 0) return undefined
  return {
    id: 'known-failures',
    title: 'Known failures',
    content: table(
      ['check', 'state', 'reason'],
      knownFailures.map(({ check, reason, state }) => [check, toMark(state), reason]),
    ),
  }
}

function toTolerances({ observations }: Report): Section | undefined {
  if (observations.length === 0) return undefined
  return {
    id: 'implementation-defined',
    title: 'Implementation-defined behaviour of the target',
    content: html`<details><summary>${toCount(observations.length, 'item')}</summary>${table(
      ['subject', 'behaviour', 'times'],
      observations.map(({ about, behaviour, times }) => [about, behaviour, times]),
    )}</details>`,
  }
}

const statuses = ['failed', 'errored', 'skipped', 'passed'] as const

function toOutcomes(report: Report): Section {
  const rows = report.outcomes.map(({ check, status, exchanges, durationMs }: Omit<Outcome, 'traffic'>) => {
    const name = status === 'failed' ? html`<a href="#${toAnchor(check.id)}">${check.id}</a>` : check.id
    const cells = [name, toMark(status), toClause(report, check.clause), exchanges, `${durationMs} ms`]
    return html`<tr class="${toFilterClass('outcome', statuses, [status])}">${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`
  })
  const heads = ['check', 'outcome', 'clause', 'exchanges', 'time']
  const content = html`${toFilter('outcome', 'Show the outcome', statuses)}
<details><summary>${toCount(rows.length, 'check')}</summary>${matrix(heads, rows)}</details>`
  return { id: 'checks', title: 'Every check', content }
}

function toSources(report: Report): Section | undefined {
  if (report.sources.length === 0) return undefined
  return {
    id: 'sources',
    title: 'Sources',
    content: table(
      ['id', 'source'],
      report.sources.map(({ id, title, url }) => [id, html`<a href="${url}" rel="noreferrer">${title}</a>`]),
    ),
  }
}

function toReproduce({ reproduce }: Report): Section {
  return { id: 'reproduce', title: 'Reproduce', content: html`<pre>${reproduce.command}</pre>` }
}
