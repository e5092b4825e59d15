import { type Html, type HtmlValue, html } from './html-template.ts'

export function section(title: string, content: Html): Html {
  return html`<section><h2>${title}</h2>${content}</section>\n`
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
