import { escapeXml } from './xml.ts'

/** Text that is HTML already. Only {@link html} and {@link raw} make it. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** A value in a template: text is escaped, HTML is kept, an array is joined, `undefined` is left out. */
export type HtmlValue = string | number | Html | undefined | readonly HtmlValue[]

/** A tagged template for HTML. Every text in it is escaped, in elements and in quoted attributes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.reduce((text, part, index) => `${text}${toText(values[index - 1])}${part}`))
}

/** Marks a constant of this project as HTML, such as a style sheet. Never use it for other text. */
export function raw(text: string): Html {
  return new Html(text)
}

function toText(value: HtmlValue): string {
  if (value === undefined) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'object') return value.map(toText).join('')
  return escapeXml(String(value))
}
