import { type Html, type HtmlValue, html } from '../../../schemas/core/lib/html.ts'

/** A part of the page that the table of contents links to. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly content: Html
}

export function renderSection({ id, title, content }: Section): Html {
  return html`<section id="${id}"><h2>${title}</h2>${content}</section>\n`
}

export function table(heads: readonly string[], rows: readonly (readonly HtmlValue[])[]): Html {
  const head = heads.map((name) => html`<th>${name}</th>`)
  const body = rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)
  return html`<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`
}

/** A table whose rows are ready, for cells with a class of their own. */
export function matrix(heads: readonly string[], rows: readonly Html[]): Html {
  const head = heads.map((name) => html`<th>${name}</th>`)
  return html`<div class="scroll"><table class="matrix"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`
}

/** A text on one line, also in a narrow table. */
export function toName(text: string): Html {
  return html`<span class="name">${text}</span>`
}

export function toFacts(facts: readonly (readonly [name: string, value: string | Html])[]): Html {
  return html`<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`
}
