import { type ClausePart, toClauseParts } from '../../../schemas/core/clause-links.ts'
import { type Html, html } from '../../../schemas/core/lib/html.ts'
import { readJson } from '../http/exchange.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'
import { type Cause, toCauseCounts } from './causes.ts'
import { toCount } from '../../../schemas/core/lib/count.ts'
import { toFilter, toFilterClass, toShort } from './html-overview.ts'
import { type Section, toFacts } from './html-parts.ts'
import type { Report } from './model.ts'
import type { Failed } from './outcome.ts'
import { toReplayLine } from './reproduce.ts'
import { toSafeText } from './safe-text.ts'

/** The violations and the checks that could not run, by cause. Details are closed, so that a large report stays short. */
export function toFindings(report: Report, causes: readonly Cause[]): Section | undefined {
  const known = report.outcomes.filter(
    (outcome): outcome is Failed => outcome.status === 'failed' && isKnown(report, outcome),
  )
  if (causes.length + known.length === 0) return undefined
  const operations = [...new Set(causes.flatMap((cause) => cause.operations))].sort()
  const total = causes.reduce((sum, { failed, blocked }) => sum + failed.length + blocked.length, 0)
  const isOpen = total <= fewFindings
  return {
    id: 'findings',
    title: `Findings (${total})`,
    content: html`${operations.length > 1 ? toFilter('operation', 'Show the operation', operations) : undefined}
${causes.map((cause) => toCause(report, cause, operations, isOpen))}
${known.length > 0 ? html`<h3>Known failures</h3>${known.map((outcome) => toViolation(report, outcome, false))}` : undefined}`,
  }
}

/** So few findings are shown in full. */
const fewFindings = 3

function isKnown({ knownFailures }: Report, { check }: Failed): boolean {
  return knownFailures.some((known) => known.check === check.id && known.state === 'failing')
}

function toCause(report: Report, cause: Cause, operations: readonly string[], isOpen: boolean): Html {
  const { id, title, example, failed, blocked } = cause
  const [first, ...others] =
    example.status === 'failed' ? [example, ...failed.filter((one) => one !== example)] : failed
  const articles = others.map((outcome) => toViolation(report, outcome, isOpen))
  const ofCause = toFilterClass('operation', operations, cause.operations)
  return html`<div class="cause ${ofCause}" id="${id}"><h3>${id.replace('cause-', '')}. ${toShort(title)}</h3>
<p>${toCauseCounts(failed.length, blocked.length)}${first && html` · ${toClause(report, first.violation.clause)}`}</p>
${first && !isOpen ? toDifference(first.violation) : undefined}
${first && toViolation(report, first, isOpen)}
${others.length > fewFindings ? html`<details><summary>${toCount(others.length, 'more violation')}</summary>${articles}</details>` : articles}
${blocked.length > 0 ? toBlocked(blocked) : undefined}</div>`
}

function toBlocked(blocked: Cause['blocked']): Html {
  const reasons = [...new Set(blocked.map(({ reason }) => reason))]
  const [reason = ''] = reasons
  const items = blocked.map(({ check }) => html`<li>${check.id}</li>`)
  const more = reasons.length > 1 ? ` (and ${toCount(reasons.length - 1, 'similar reason')})` : ''
  return html`<details><summary>${toCount(blocked.length, 'check')} could not run</summary><p>${reason}${more}</p><ul>${items}</ul></details>`
}

function toViolation(report: Report, { check, violation }: Failed, isOpen: boolean): Html {
  const known = report.knownFailures.find((failure) => failure.check === check.id)
  const facts = [
    ['operation', violation.operation],
    ['clause', toClause(report, violation.clause)],
    ...(violation.finding ? [['finding', violation.finding] as const] : []),
    ...(known ? [['known because', known.reason] as const] : []),
  ] as const
  const { curl } = violation
  const content = html`<summary>${check.id}</summary>
${toFacts(facts)}
${toDifference(violation)}
<h4>Repeat the check</h4><pre>${toReplayLine(report, check.id)}</pre>
${violation.exchange && toExchange(violation.exchange)}
${curl === undefined ? undefined : html`<h4>Only the ${curl.includes('\ncurl ') ? 'requests' : 'request'}, without set-up and signature</h4><pre>${curl}</pre>`}`
  const details = isOpen ? html`<details open>${content}</details>` : html`<details>${content}</details>`
  return html`<article id="${toAnchor(check.id)}">${details}</article>`
}

function toDifference({ expected, actual }: Failed['violation']): Html {
  return html`<div class="difference"><p class="expected"><b>expected</b> ${expected}</p><p class="actual"><b>actual</b> ${actual}</p></div>`
}

/** A clause with a link for each source that the clause cites. */
export function toClause({ sources }: Report, clause: string): Html {
  const toPart = ({ text, url }: ClausePart) =>
    url === undefined ? text : html`<a href="${url}" rel="noreferrer">${text}</a>`
  return html`${toClauseParts(clause, sources).map(toPart)}`
}

export function toAnchor(id: string): string {
  return id.replaceAll(/[^\w-]+/g, '-')
}

function toExchange({ request, response }: ExchangeRecord): Html {
  const toMessage = (first: string, { headers, body, bodyBytes }: ExchangeRecord['request']) =>
    [
      first,
      ...headers.map(([name, value]) => `${name}: ${value}`),
      '',
      body === '' ? '' : toPretty(body),
      ...(new TextEncoder().encode(body).length < bodyBytes ? [`… cut; ${toCount(bodyBytes, 'byte')} in total`] : []),
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
