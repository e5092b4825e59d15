import { type Html, html } from '../../../schemas/core/lib/html.ts'
import { matrix, type Section, table, toName } from './html-parts.ts'
import type { Reach, Report } from './model.ts'
import { matchNote, matchWords, totalNames } from './summary.ts'

/** How much of the documented behaviour the run tried, and how much of it got the expected statuses. */
export function toCoverageSection({ coverage }: Report): Section {
  const totals = Object.entries(coverage.totals).map(([name, { total, attempted, matched }]) => [
    totalNames[name] ?? name,
    total,
    attempted,
    matched,
    toName(matchWords[name] ?? ''),
    html`<progress max="${total}" value="${matched}"></progress>`,
  ])
  const heads = [
    'operation',
    'accepted/sent',
    'statuses',
    'error codes',
    'parameters',
    'constraints kept',
    'constraints broken',
  ]
  return {
    id: 'coverage',
    title: 'Coverage',
    content: html`${table(['coverage', 'documented', 'tried', 'matched', 'what matches', ''], totals)}
<p>${matchNote}</p>
${matrix(heads, coverage.operations.map(toOperationRow))}
${toTransitions(coverage)}
<details><summary>Never tried (${coverage.neverReached.length})</summary><ul>${coverage.neverReached.map((name) => html`<li>${name}</li>`)}</ul></details>
${toUnreachable(coverage)}`,
  }
}

function toOperationRow(operation: Report['coverage']['operations'][number]): Html {
  const { id, provenance, attempts, matches, statuses, errors, parameters, constraints } = operation
  const seen = (rows: readonly { readonly seen: number }[]) =>
    toShare(rows.map((row) => ({ attempts: row.seen, matches: row.seen })))
  const valid = constraints.map((constraint) => constraint.valid)
  const invalid = constraints.flatMap((constraint) => constraint.invalid ?? [])
  return html`<tr><th>${id}${provenance === 'documented' ? '' : ` (${provenance}, not in the totals)`}</th><td>${matches}/${attempts}</td>${seen(statuses)}${seen(errors)}${toShare(parameters)}${toShare(valid)}${toShare(invalid)}</tr>`
}

/** A cell with the number of rows that matched at least once. */
function toShare(reaches: readonly Reach[]): Html {
  if (reaches.length === 0) return html`<td class="none">–</td>`
  const matched = reaches.filter((reach) => reach.matches > 0).length
  const level = matched === reaches.length ? 'full' : matched > 0 ? 'part' : 'empty'
  return html`<td class="${level}">${matched}/${reaches.length}</td>`
}

function toUnreachable({ unreachable = [] }: Report['coverage']): Html | undefined {
  if (unreachable.length === 0) return undefined
  const reasons = [...new Set(unreachable.map(({ reason }) => reason))]
  const rows = reasons.map((reason) => [
    reason,
    html`${unreachable.filter((item) => item.reason === reason).map((item) => html`${item.name}<br>`)}`,
  ])
  return html`<details><summary>A client cannot provoke these (${unreachable.length})</summary>${table(['reason', 'documented behaviour'], rows)}</details>`
}

/** A row for each operation on a kind of resource, a column for each state of the resource. */
function toTransitions({ transitions }: Report['coverage']): Html | undefined {
  if (transitions.length === 0) return undefined
  const states = ['absent', 'created', 'updated', 'deleted'] as const
  const names = [...new Set(transitions.map(({ kind, operation }) => `${kind}\n${operation}`))]
  const rows = names.map((name) => {
    const [kind = '', operation = ''] = name.split('\n')
    const cells = states.map((state) => {
      const row = transitions.find((item) => item.kind === kind && item.operation === operation && item.from === state)
      if (!row) return html`<td class="none">–</td>`
      const { to, result, attempts, matches } = row
      const level = attempts === 0 ? 'empty' : matches === 0 ? 'part' : 'full'
      return html`<td class="${level}" title="${result}, then ${to}">${matches}/${attempts}</td>`
    })
    return html`<tr><th>${kind}</th><th>${operation}</th>${cells}</tr>`
  })
  const heads = ['kind', 'operation', ...states.map((state) => `when ${state}`)]
  return html`<h3>State transitions: matched / tried</h3>
${matrix(heads, rows)}`
}
