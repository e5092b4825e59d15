import type { ExchangeRecord } from '../http/exchange-record.ts'
import type { Failed, Outcome } from './outcome.ts'
import { style } from './html-style.ts'
import type { Reach, Report } from './model.ts'
import { toReplayLine } from './reproduce.ts'
import { headlines, totalNames } from './summary.ts'
import { escapeXml } from './xml.ts'

/** The report as one page that needs no network and no script. */
export function toHtml(report: Report): string {
  const title = `${headlines[report.conclusion]}: ${report.api.id}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeXml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${[toVerdict(report), toClaims(report), toFailures(report), toErrors(report), toKnown(report), toCoverage(report), toTolerances(report), toOutcomes(report), toReproduce(report)].filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`
}

function toVerdict({ api, target, run, counts, conclusion, tool, reason, leftBehind }: Report): string {
  const facts = [
    ['target', target.baseUrl],
    ['API', api.title.includes(api.version) ? api.title : `${api.title} ${api.version}`],
    ['profile', target.profile],
    ['authentication', target.authentication],
    ['checks', entries(counts, (status, count) => `${count} ${status}`).join(', ')],
    ['exchanges', `${run.exchanges} in ${(run.durationMs / 1000).toFixed(1)} s`],
    ['started', run.startedAt],
    ['seed', run.seed],
    ['run', run.id + (run.shard === undefined ? '' : `, shard ${run.shard}`)],
    ['versions', `faas-contracts ${tool.version}, Node.js ${run.node}`],
    ...(reason === undefined ? [] : [['incomplete', reason]]),
    ...(leftBehind.length === 0 ? [] : [['left behind', leftBehind.join(', ')]]),
  ] as const
  return `<header class="${conclusion}"><h1>${escapeXml(headlines[conclusion])}</h1><p>${escapeXml(api.id)}</p></header>
<dl>${facts.map(([name = '', value = '']) => `<dt>${escapeXml(name)}</dt><dd>${escapeXml(value)}</dd>`).join('')}</dl>`
}

function toClaims({ claims }: Report): string {
  const rows = [{ name: 'core', ...claims.core }, { name: 'extended', ...claims.extended }, ...claims.features]
  return section(
    'Claims',
    table(
      ['level or feature', 'status', 'passed', 'failed', 'errored', 'skipped'],
      rows.map(({ name, status, passed, failed, errored, skipped }) => [
        escapeXml(name),
        `<span class="mark ${status}">${status}</span>`,
        ...[passed, failed, errored, skipped].map(String),
      ]),
    ),
  )
}

function toFailures(report: Report): string {
  const failed = report.outcomes.filter((outcome): outcome is Failed => outcome.status === 'failed')
  return failed.length === 0
    ? ''
    : section(`Violations (${failed.length})`, failed.map((outcome) => toFailure(report, outcome)).join(''))
}

function toFailure(report: Report, { check, violation }: Failed): string {
  const known = report.knownFailures.find((failure) => failure.check === check.id)
  const facts = [
    ['operation', violation.operation],
    ['clause', violation.clause],
    ...(violation.finding ? [['finding', violation.finding]] : []),
    ...(known ? [['known because', known.reason]] : []),
  ] as const
  return `<article id="${escapeXml(toAnchor(check.id))}"><h3>${escapeXml(check.id)}</h3>
<dl>${facts.map(([name = '', value = '']) => `<dt>${escapeXml(name)}</dt><dd>${escapeXml(value)}</dd>`).join('')}</dl>
<div class="difference"><p class="expected"><b>expected</b> ${escapeXml(violation.expected)}</p><p class="actual"><b>got</b> ${escapeXml(violation.actual)}</p></div>
${violation.exchange ? toExchange(violation.exchange) : ''}
${violation.curl === undefined ? '' : `<h4>${violation.curl.includes('\ncurl ') ? 'The requests' : 'The request'} again</h4><pre>${escapeXml(violation.curl)}</pre>`}
<h4>The check again</h4><pre>${escapeXml(toReplayLine(report, check.id))}</pre></article>`
}

function toExchange({ request, response }: ExchangeRecord): string {
  const toMessage = (first: string, { headers, body, bodyBytes }: ExchangeRecord['request']) =>
    [
      first,
      ...headers.map(([name, value]) => `${name}: ${value}`),
      '',
      body === '' ? '' : toPretty(body),
      ...(new TextEncoder().encode(body).length < bodyBytes ? [`… cut; ${bodyBytes} bytes in all`] : []),
    ].join('\n')
  const sent = toMessage(`${request.method} ${request.url}`, request)
  const came = response
    ? toMessage(`${response.status}, after ${response.durationMs} ms`, { ...request, ...response })
    : 'No whole response came.'
  return `<div class="exchange"><div><h4>Request</h4><pre>${escapeXml(sent)}</pre></div><div><h4>Response</h4><pre>${escapeXml(came)}</pre></div></div>`
}

function toPretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}

function toErrors(report: Report): string {
  const errored = report.outcomes.filter((outcome) => outcome.status === 'errored')
  if (errored.length === 0) return ''
  const rows = errored.map(({ check, cause, reason }) => [escapeXml(check.id), escapeXml(cause), escapeXml(reason)])
  return section(`Could not run (${errored.length})`, table(['check', 'cause', 'reason'], rows))
}

function toKnown({ knownFailures }: Report): string {
  if (knownFailures.length === 0) return ''
  const rows = knownFailures.map(({ check, reason, state }) => [
    escapeXml(check),
    `<span class="mark ${state}">${state}</span>`,
    escapeXml(reason),
  ])
  return section('Known failures', table(['check', 'state', 'reason'], rows))
}

function toCoverage({ coverage }: Report): string {
  const totals = entries(coverage.totals, (name, { total, attempted, matched }) => [
    escapeXml(totalNames[name] ?? name),
    ...[total, attempted, matched].map(String),
    `<progress max="${total}" value="${matched}"></progress>`,
  ])
  const operations = coverage.operations.map(({ id, attempts, matches, statuses, errors, parameters, constraints }) => {
    const broken = constraints.flatMap(({ invalid }) => (invalid ? [invalid] : []))
    const toShare = (reaches: readonly Reach[]) => {
      if (reaches.length === 0) return '<td class="none">–</td>'
      const matched = reaches.filter((reach) => reach.matches > 0).length
      const level = matched === reaches.length ? 'full' : matched > 0 ? 'part' : 'empty'
      return `<td class="${level}">${matched}/${reaches.length}</td>`
    }
    const seen = (rows: readonly { readonly seen: number }[]) =>
      toShare(rows.map((row) => ({ attempts: row.seen, matches: row.seen })))
    return `<tr><th>${escapeXml(id)}</th><td>${matches}/${attempts}</td>${seen(statuses)}${seen(errors)}${toShare(parameters)}${toShare(constraints.map(({ valid }) => valid))}${toShare(broken)}</tr>`
  })
  const heads = ['operation', 'taken/sent', 'statuses', 'error codes', 'parameters', 'kept', 'broken']
  return section(
    'Coverage',
    `${table(['documented', 'in all', 'tried', 'returned as documented', ''], totals)}
<div class="scroll"><table class="matrix"><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${operations.join('')}</tbody></table></div>
${toTransitions(coverage)}
<details><summary>Never reached (${coverage.neverReached.length})</summary><ul>${coverage.neverReached.map((name) => `<li>${escapeXml(name)}</li>`).join('')}</ul></details>
${toUnreachable(coverage)}`,
  )
}

function toUnreachable({ unreachable = [] }: Report['coverage']): string {
  if (unreachable.length === 0) return ''
  const reasons = [...new Set(unreachable.map(({ reason }) => reason))]
  const rows = reasons.map((reason) => [
    escapeXml(reason),
    unreachable.flatMap((item) => (item.reason === reason ? [escapeXml(item.name)] : [])).join('<br>'),
  ])
  return `<details><summary>Not to be reached from outside (${unreachable.length})</summary>${table(['why', 'what'], rows)}</details>`
}

/** A row for each operation on a kind of thing, a column for each of the thing's states. */
function toTransitions({ transitions }: Report['coverage']): string {
  if (transitions.length === 0) return ''
  const states = ['absent', 'created', 'updated', 'deleted'] as const
  const names = [...new Set(transitions.map(({ kind, operation }) => `${kind}\n${operation}`))]
  const rows = names.map((name) => {
    const [kind = '', operation = ''] = name.split('\n')
    const cells = states.map((state) => {
      const row = transitions.find((item) => item.kind === kind && item.operation === operation && item.from === state)
      if (!row) return '<td class="none">–</td>'
      const { to, result, attempts, matches } = row
      const level = attempts === 0 ? 'empty' : matches === 0 ? 'part' : 'full'
      return `<td class="${level}" title="${result}, then ${to}">${matches}/${attempts}</td>`
    })
    return `<tr><th>${escapeXml(kind)}</th><th>${escapeXml(operation)}</th>${cells.join('')}</tr>`
  })
  const heads = ['kind', 'operation', ...states.map((state) => `when ${state}`)]
  return `<h3>Transitions: returned as documented / tried</h3>
<div class="scroll"><table class="matrix"><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

function toTolerances({ observations }: Report): string {
  if (observations.length === 0) return ''
  const rows = observations.map(({ about, chose, times }) => [escapeXml(about), escapeXml(chose), String(times)])
  return section('Left open by the page, and chosen by the target', table(['what', 'chosen', 'times'], rows))
}

function toOutcomes({ outcomes }: Report): string {
  const rows = outcomes.map((outcome: Omit<Outcome, 'traffic'>) => [
    outcome.status === 'failed'
      ? `<a href="#${escapeXml(toAnchor(outcome.check.id))}">${escapeXml(outcome.check.id)}</a>`
      : escapeXml(outcome.check.id),
    `<span class="mark ${outcome.status}">${outcome.status}</span>`,
    escapeXml(outcome.check.clause),
    String(outcome.exchanges),
    `${outcome.durationMs} ms`,
  ])
  return section(
    'Every check',
    `<details><summary>${rows.length} checks</summary>${table(['check', 'outcome', 'clause', 'exchanges', 'time'], rows)}</details>`,
  )
}

function toReproduce({ reproduce }: Report): string {
  return section('Reproduce', `<pre>${escapeXml(reproduce.command)}</pre>`)
}

function section(title: string, content: string): string {
  return `<section><h2>${escapeXml(title)}</h2>${content}</section>`
}

/** Cells are HTML already. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((name) => `<th>${escapeXml(name)}</th>`).join('')
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

function entries<T, R>(record: Readonly<Record<string, T>>, toRow: (name: string, value: T) => R): R[] {
  return Object.entries(record).map(([name, value]) => toRow(name, value))
}

function toAnchor(id: string): string {
  return id.replaceAll(/[^\w-]+/g, '-')
}
