import { type Cause, toReasons } from './causes.ts'
import { toCount } from './count.ts'
import { type Section, table } from './html-parts.ts'
import { type Html, html, raw } from '../../../schemas/core/lib/html.ts'
import type { Report } from './model.ts'

/** The causes of the violations, and the outcomes of each operation. */
export function toOverview(report: Report, causes: readonly Cause[]): Section {
  const content = html`${toCauseTable(causes)}${toReasonTable(report)}${toOperationTable(report)}`
  return { id: 'overview', title: 'Overview', content }
}

/** More causes are listed with the violations. */
const causesShown = 20

function toCauseTable(causes: readonly Cause[]): Html | undefined {
  if (causes.length === 0) return undefined
  const rows = causes
    .slice(0, causesShown)
    .map(({ id, failed, operations, expected, actual }) => [
      failed.length,
      html`<a href="#${id}">expected ${toShort(expected)}, actual ${toShort(actual)}</a>`,
      toNames(operations),
    ])
  const more = causes.length - rows.length
  return html`<h3>${toCount(causes.length, 'cause')} of violations</h3>
${table(['violations', 'cause', 'operations'], rows)}${more > 0 ? html`<p>${more} more below</p>` : undefined}`
}

function toReasonTable(report: Report): Html | undefined {
  const reasons = [...toReasons(report)]
  if (reasons.length === 0) return undefined
  const rows = reasons
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, causesShown)
    .map(([reason, outcomes]) => [outcomes.length, toShort(reason)])
  return html`<h3>Could not run</h3>${table(['checks', 'reason'], rows)}`
}

function toOperationTable({ outcomes, coverage }: Report): Html {
  const names = [...new Set(outcomes.map(({ check }) => check.operation))]
  const rows = names.map((name) => {
    const own = outcomes.filter(({ check }) => check.operation === name)
    const count = (status: string) => own.filter((outcome) => outcome.status === status).length
    const covered = coverage.operations.find(({ id }) => id === name)
    const cells = (['failed', 'errored', 'passed', 'skipped'] as const).map((status) => {
      const number = count(status)
      return html`<span class="${number > 0 ? status : 'none'}">${number}</span>`
    })
    return [name, ...cells, covered ? `${covered.matches}/${covered.attempts}` : '–']
  })
  const heads = ['operation', 'failed', 'could not run', 'passed', 'skipped', 'requests accepted/sent']
  return html`<h3>Operations</h3>${table(heads, rows)}`
}

/** A menu that hides the items of other groups. It works without a script. */
export function toFilter(id: string, label: string, values: readonly string[]): Html {
  const rules = values.map((_, index) => {
    const selected = `main:has(#${id} option[value="${index}"]:checked)`
    return `${selected} .${id}:not(.${id}-${index}) { display: none; }`
  })
  const options = values.map((value, index) => html`<option value="${index}">${value}</option>`)
  return html`<label class="filter">${label} <select id="${id}"><option value="">all</option>${options}</select></label>
<style>${raw(rules.join('\n'))}</style>`
}

/** The classes of an item that {@link toFilter} hides or shows. */
export function toFilterClass(id: string, values: readonly string[], own: readonly string[]): string {
  return [id, ...own.map((value) => `${id}-${values.indexOf(value)}`)].join(' ')
}

function toNames(names: readonly string[]): string {
  const shown = names.slice(0, 4)
  const more = names.length - shown.length
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ')
}

export function toShort(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}
