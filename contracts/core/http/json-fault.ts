/**
 * The offset of the first character that JSON does not allow, or the length of the text if it ends too early. Undefined
 * for JSON.
 */
export function findJsonFault(text: string): number | undefined {
  const open: string[] = []
  let next: Next = 'value'
  let offset = 0
  while (next !== 'end') {
    offset += match(space, text, offset)
    const length = match(token, text, offset)
    const after: Next | undefined = length === 0 ? undefined : toNext(next, text.charAt(offset), open)
    if (after === undefined) return offset
    offset += length
    if (text.charAt(offset - length) === '"') {
      offset = toEndOfString(text, offset)
      if (text.charAt(offset) !== '"') return offset
      offset += 1
    }
    next = after
  }
  offset += match(space, text, offset)
  return offset < text.length ? offset : undefined
}

/** The offset of the quote that ends a string, or of the character that a string must not contain. */
function toEndOfString(text: string, start: number): number {
  let offset = start
  for (;;) {
    offset += match(characters, text, offset)
    const length = match(escapeSequence, text, offset)
    if (length === 0) return offset
    offset += length
  }
}

function match(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0].length ?? 0
}

/** What may follow. `first` stands for a value or the end of an empty list, `first-key` for a key or the end. */
type Next = 'value' | 'first' | 'key' | 'first-key' | 'colon' | 'more' | 'end'

/** What may follow the token that begins with this character. Undefined if the token must not stand there. */
function toNext(state: Next, found: string, open: string[]): Next | undefined {
  const close = (): Next => {
    open.pop()
    return open.length === 0 ? 'end' : 'more'
  }
  const isObject = open.at(-1) === '{'
  switch (state) {
    case 'colon':
      return found === ':' ? 'value' : undefined
    case 'more':
      if (found === ',') return isObject ? 'key' : 'value'
      return found === (isObject ? '}' : ']') ? close() : undefined
    case 'key':
    case 'first-key':
      if (found === '}' && state === 'first-key') return close()
      return found === '"' ? 'colon' : undefined
    default:
      if (found === ']' && state === 'first') return close()
      if (found === '{' || found === '[') {
        open.push(found)
        return found === '{' ? 'first-key' : 'first'
      }
      if (']},:'.includes(found)) return undefined
      return open.length === 0 ? 'end' : 'more'
  }
}

const space = /[\t\n\r ]*/y

/** A token, or the quote that begins a string. */
const token = /[[\]{},:"]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

// biome-ignore lint/suspicious/noControlCharactersInRegex: a string in JSON contains none.
const characters = /[^"\\\u0000-\u001f]*/y

const escapeSequence = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y
