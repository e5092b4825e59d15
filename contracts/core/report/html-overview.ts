import type { Cause } from './causes.ts'
import { type Section, table, toName } from './html-parts.ts'
import { type Html, html, raw } from '../../../schemas/core/lib/html.ts'
import type { Report } from './model.ts'

/** The probable causes, and the outcomes of each operation. */
export function toOverview(report: Report, causes: readonly Cause[]): Section {
  const content = html`${toCauseTable(causes)}${toOperationTable(report, causes)}`
  return { id: 'overview', title: 'Overview', content }
}

/** The next section has every cause. */
const causesShown = 20

function toCauseTable(causes: readonly Cause[]): Html | undefined {
  if (causes.length === 0) return undefined
  const rows = causes
    .slice(0, causesShown)
    .map(({ id, title, failed, blocked }) => [
      failed.length,
      blocked.length,
      html`<a href="#${id}">${id.replace('cause-', '')}. ${toShort(title)}</a>`,
    ])
  const more = causes.length - rows.length
  return html`<h3>Likely causes</h3>
${table(['failed', 'blocked', 'cause'], rows)}${more > 0 ? html`<p>${more} more below</p>` : undefined}`
}

/** Many checks can have one cause, so the causes of an operation stand beside the numbers of its checks. */
function toOperationTable({ outcomes, coverage }: Report, causes: readonly Cause[]): Html {
  const names = [
    ...new Set([...outcomes.map(({ check }) => check.operation), ...causes.flatMap(({ operations }) => operations)]),
  ]
  const rows = names.map((name) => {
    const own = outcomes.filter(({ check }) => check.operation === name)
    const count = (status: string) => own.filter((outcome) => outcome.status === status).length
    const covered = coverage.operations.find(({ id }) => id === name)
    const cells = (['failed', 'errored', 'passed', 'skipped'] as const).map((status) => {
      const number = count(status)
      return html`<span class="${number > 0 ? status : 'none'}">${number}</span>`
    })
    const blaming = causes.filter(({ operations }) => operations.includes(name))
    const others = causes.filter(
      (cause) =>
        !blaming.includes(cause) && [...cause.failed, ...cause.blocked].some(({ check }) => check.operation === name),
    )
    return [
      toName(name),
      toLinks(blaming),
      toLinks(others),
      ...cells,
      covered ? `${covered.matches}/${covered.attempts}` : '–',
    ]
  })
  const heads = [
    'operation',
    'at fault in cause',
    'affected by cause',
    ...['failed', 'could not run', 'passed', 'skipped'].map((status) => `checks ${status}`),
    'requests accepted/sent',
  ]
  return html`<h3>Operations</h3>${table(heads, rows)}`
}

/** The numbers of causes, each with a link. */
function toLinks(causes: readonly Cause[]): Html {
  if (causes.length === 0) return html`<span class="none">–</span>`
  return html`${causes.map(({ id }, index) => html`${index > 0 ? ', ' : ''}<a href="#${id}">${id.replace('cause-', '')}</a>`)}`
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

export function toShort(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}
