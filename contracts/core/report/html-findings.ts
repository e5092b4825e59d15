import { type ClausePart, toClauseParts } from '../../../schemas/core/clause-links.ts'
import { readJson } from '../http/exchange.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'
import type { Cause } from './causes.ts'
import { toCount } from './count.ts'
import { toFilter, toFilterClass, toShort } from './html-overview.ts'
import { type Section, toFacts } from './html-parts.ts'
import { type Html, html } from '../../../schemas/core/lib/html.ts'
import type { Report } from './model.ts'
import type { Failed } from './outcome.ts'
import { toReplayLine } from './reproduce.ts'
import { toSafeText } from './safe-text.ts'

/** The violations by cause. Details are closed, so that a large report stays short. */
export function toViolations(report: Report, causes: readonly Cause[]): Section | undefined {
  const total = causes.reduce((sum, { failed }) => sum + failed.length, 0)
  if (total === 0) return undefined
  const operations = [...new Set(causes.flatMap((cause) => cause.operations))].sort()
  const isOpen = total <= fewViolations
  return {
    id: 'violations',
    title: `Violations (${total})`,
    content: html`${operations.length > 1 ? toFilter('operation', 'Show the operation', operations) : undefined}
${causes.map((cause) => toCause(report, cause, operations, isOpen))}`,
  }
}

/** So few violations are shown in full. */
const fewViolations = 3

function toCause(report: Report, cause: Cause, operations: readonly string[], isOpen: boolean): Html {
  const { id, expected, actual, failed } = cause
  const title = `${toCount(failed.length, 'violation')} of ${cause.operations.join(', ')}`
  const articles = failed.map((outcome) => {
    const ofOperation = toFilterClass('operation', operations, [outcome.violation.operation])
    return toViolation(report, outcome, ofOperation, isOpen)
  })
  const ofCause = toFilterClass('operation', operations, cause.operations)
  return html`<div class="cause ${ofCause}" id="${id}"><h3>expected ${toShort(expected)}, actual ${toShort(actual)}</h3>
${failed.length > fewViolations ? html`<details><summary>${title}</summary>${articles}</details>` : html`<p>${title}</p>${articles}`}</div>`
}

function toViolation(report: Report, { check, violation }: Failed, ofOperation: string, isOpen: boolean): Html {
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
<div class="difference"><p class="expected"><b>expected</b> ${violation.expected}</p><p class="actual"><b>actual</b> ${violation.actual}</p></div>
${violation.exchange && toExchange(violation.exchange)}
${curl === undefined ? undefined : html`<h4>Repeat the ${curl.includes('\ncurl ') ? 'requests' : 'request'}</h4><pre>${curl}</pre>`}
<h4>Repeat the check</h4><pre>${toReplayLine(report, check.id)}</pre>`
  const details = isOpen ? html`<details open>${content}</details>` : html`<details>${content}</details>`
  return html`<article class="${ofOperation}" id="${toAnchor(check.id)}">${details}</article>`
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
