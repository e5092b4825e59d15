import { type ClausePart, toClauseParts } from '../../../schemas/core/clause-links.ts'
import { readJson } from '../http/exchange.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'
import { toCount } from './count.ts'
import { toCoverageSection } from './html-coverage.ts'
import { section, table } from './html-parts.ts'
import { style } from './html-style.ts'
import { type Html, html, raw } from './html-template.ts'
import type { Report } from './model.ts'
import type { Failed, Outcome } from './outcome.ts'
import { toReplayLine } from './reproduce.ts'
import { toSafeText } from './safe-text.ts'
import { headlines } from './summary.ts'

/** The report as one HTML file that needs no network and no script. */
export function toHtml(report: Report): string {
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
${[toVerdict, toClaims, toFailures, toErrors, toKnown, toCoverageSection, toTolerances, toOutcomes, toSources, toReproduce].map((toPart) => toPart(report))}
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

function toFacts(facts: readonly (readonly [name: string, value: string | Html])[]): Html {
  return html`<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}

function toClaims({ claims }: Report): Html {
  const rows = [{ name: 'core', ...claims.core }, { name: 'extended', ...claims.extended }, ...claims.features]
  return section(
    'Claims',
    table(
      ['level or feature', 'status', 'passed', 'failed', 'errored', 'skipped'],
      rows.map(({ name, status, passed, failed, errored, skipped }) => [
        name,
        toMark(status),
        passed,
        failed,
        errored,
        skipped,
      ]),
    ),
  )
}

function toMark(status: string): Html {
  return html`<span class="mark ${status}">${status}</span>`
}

function toFailures(report: Report): Html | undefined {
  const failed = report.outcomes.filter((outcome): outcome is Failed => outcome.status === 'failed')
  if (failed.length === 0) return undefined
  return section(`Violations (${failed.length})`, html`${failed.map((outcome) => toFailure(report, outcome))}`)
}

function toFailure(report: Report, { check, violation }: Failed): Html {
  const known = report.knownFailures.find((failure) => failure.check === check.id)
  const facts = [
    ['operation', violation.operation],
    ['clause', toClause(report, violation.clause)],
    ...(violation.finding ? [['finding', violation.finding] as const] : []),
    ...(known ? [['known because', known.reason] as const] : []),
  ] as const
  const { curl } = violation
  return html`<article id="${toAnchor(check.id)}"><h3>${check.id}</h3>
${toFacts(facts)}
<div class="difference"><p class="expected"><b>expected</b> ${violation.expected}</p><p class="actual"><b>actual</b> ${violation.actual}</p></div>
${violation.exchange && toExchange(violation.exchange)}
${curl === undefined ? undefined : html`<h4>Repeat the ${curl.includes('\ncurl ') ? 'requests' : 'request'}</h4><pre>${curl}</pre>`}
<h4>Repeat the check</h4><pre>${toReplayLine(report, check.id)}</pre></article>`
}

/** A clause with a link for each source that the clause cites. */
function toClause({ sources }: Report, clause: string): Html {
  const toPart = ({ text, url }: ClausePart) =>
    url === undefined ? text : html`<a href="${url}" rel="noreferrer">${text}</a>`
  return html`${toClauseParts(clause, sources).map(toPart)}`
}

function toExchange({ request, response }: ExchangeRecord): Html {
  const toMessage = (first: string, { headers, body, bodyBytes }: ExchangeRecord['request']) =>
    [
      first,
      ...headers.map(([name, value]) => `${name}: ${value}`),
      '',
      body === '' ? '' : toPretty(body),
      ...(new TextEncoder().encode(body).length < bodyBytes ? [`… cut; ${bodyBytes} bytes in total`] : []),
    ].join('\n')
  const sent = toMessage(`${request.method} ${request.url}`, request)
  const received = response
    ? toMessage(`${response.status}, after ${response.durationMs} ms`, { ...request, ...response })
    : 'No complete response was received.'
  return html`<div class="exchange"><div><h4>Request</h4><pre>${sent}</pre></div><div><h4>Response</h4><pre>${received}</pre></div></div>`
}

/** JSON with line breaks. A deep value stays as it is, because indentation grows with the square of the depth. */
function toPretty(body: string): string {
  const reading = readJson(new TextEncoder().encode(body))
  const pretty = reading.ok ? JSON.stringify(reading.value, null, 2) : body
  // The escapes of JSON are characters again.
  return toSafeText(pretty.length > body.length * mostGrowth + 1000 ? body : pretty)
}

const mostGrowth = 4

function toErrors(report: Report): Html | undefined {
  const errored = report.outcomes.filter((outcome) => outcome.status === 'errored')
  if (errored.length === 0) return undefined
  return section(
    `Could not run (${errored.length})`,
    table(
      ['check', 'cause', 'reason'],
      errored.map(({ check, cause, reason }) => [check.id, cause, reason]),
    ),
  )
}

function toKnown({ knownFailures }: Report): Html | undefined {
  if (knownFailures.length === 0) return undefined
  return section(
    'Known failures',
    table(
      ['check', 'state', 'reason'],
      knownFailures.map(({ check, reason, state }) => [check, toMark(state), reason]),
    ),
  )
}

function toTolerances({ observations }: Report): Html | undefined {
  if (observations.length === 0) return undefined
  return section(
    'Implementation-defined behaviour of the target',
    table(
      ['subject', 'behaviour', 'times'],
      observations.map(({ about, behaviour, times }) => [about, behaviour, times]),
    ),
  )
}

function toOutcomes(report: Report): Html {
  const rows = report.outcomes.map(({ check, status, exchanges, durationMs }: Omit<Outcome, 'traffic'>) => [
    status === 'failed' ? html`<a href="#${toAnchor(check.id)}">${check.id}</a>` : check.id,
    toMark(status),
    toClause(report, check.clause),
    exchanges,
    `${durationMs} ms`,
  ])
  return section(
    'Every check',
    html`<details><summary>${toCount(rows.length, 'check')}</summary>${table(['check', 'outcome', 'clause', 'exchanges', 'time'], rows)}</details>`,
  )
}

function toSources(report: Report): Html | undefined {
  if (report.sources.length === 0) return undefined
  return section(
    'Sources',
    table(
      ['id', 'source'],
      report.sources.map(({ id, title, url }) => [id, html`<a href="${url}" rel="noreferrer">${title}</a>`]),
    ),
  )
}

function toReproduce({ reproduce }: Report): Html {
  return section('Reproduce', html`<pre>${reproduce.command}</pre>`)
}

function toAnchor(id: string): string {
  return id.replaceAll(/[^\w-]+/g, '-')
}
