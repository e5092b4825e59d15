/** A part of a text: a fixed text, or an expression of JavaScript whose value is inserted. */
export type Part = string | { readonly code: string }

/** A string literal, a template literal, or the expression itself. */
export function toStringSource(parts: readonly Part[]): string {
  // Texts are joined, so that the end of one and the start of the next are not an expression.
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') joined.splice(-1, 1, last + part)
    else joined.push(part)
  }
  const [first, ...others] = joined.filter((part) => part !== '')
  if (first === undefined) return "''"
  if (others.length === 0) return typeof first === 'string' ? quote(first) : first.code
  const inner = [first, ...others].map((part) => (typeof part === 'string' ? toTemplateText(part) : `\${${part.code}}`))
  return `\`${inner.join('')}\``
}

/** A JSON value as an expression. `toText` renders each string. */
export function toSource(value: unknown, toText: (text: string) => string, indent = ''): string {
  if (typeof value === 'string') return toText(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const isList = Array.isArray(value)
  const items = isList
    ? value.map((item) => toSource(item, toText, inner))
    : Object.entries(value).map(([name, item]) => `${toKey(name, toText)}: ${toSource(item, toText, inner)}`)
  if (items.length === 0) return isList ? '[]' : '{}'
  const [start, end] = isList ? ['[', ']'] : ['{', '}']
  const line = isList ? `[${items.join(', ')}]` : `{ ${items.join(', ')} }`
  if (line.length + indent.length < 100 && !line.includes('\n')) return line
  return `${start}\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}${end}`
}

/** `.name`, or `['other-name']`. */
export function toAccess(name: string | number): string {
  if (typeof name === 'number') return `?.[${name}]`
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `?.${name}` : `?.[${quote(name)}]`
}

/** A text as the lines of a comment. */
export function toComment(text: string): string {
  return text
    .split('\n')
    .map((line) => `// ${line}`.trimEnd())
    .join('\n')
}

export function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

function toKey(name: string, toText: (text: string) => string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__') return name
  const source = toText(name)
  return source.startsWith("'") && name !== '__proto__' ? source : `[${source}]`
}

function toTemplateText(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll('`', '\\`').replaceAll('${', '\\${')
}
