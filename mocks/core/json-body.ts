/** Why a body is rejected. `malformed`: it is not JSON. `invalid`: it is JSON that exceeds the limits. */
export interface JsonRefusal {
  readonly kind: 'malformed' | 'invalid'
  readonly reason: string
}

export type JsonReading = { readonly value: unknown } | { readonly refusal: JsonRefusal }

/**
 * Reads a JSON body. Checks depth and number of values before parsing, so that no body can exhaust stack or memory.
 * Drops keys named `__proto__`, and members that are `null` if null means absent.
 */
export function readJsonBody(bytes: Uint8Array, nullMeansAbsent: boolean): JsonReading {
  const beyond = toBreachOfBounds(bytes)
  if (beyond) return { refusal: { kind: 'invalid', reason: beyond } }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    clean(value, nullMeansAbsent)
    return { value: nullMeansAbsent && value === null ? undefined : value }
  } catch {
    // The message of the parser quotes the input and differs between engines.
    return { refusal: { kind: 'malformed', reason: 'must be JSON in UTF-8' } }
  }
}

/** The deepest documented body has six levels. */
const mostLevels = 64
/** Each value takes about 50 bytes of memory. The largest documented body has a few hundred values. */
const mostValues = 1_000_000

const [quote, backslash, comma, openBrace, closeBrace, openBracket, closeBracket] = [
  0x22, 0x5c, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d,
]

/**
 * Counts brackets and commas outside of strings. `indexOf` skips strings, because a code package is one long string.
 */
function toBreachOfBounds(bytes: Uint8Array): string | undefined {
  let [level, values] = [0, 1]
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i]
    if (byte === quote) i = toEndOfString(bytes, i)
    else if (byte === comma) values += 1
    else if (byte === closeBrace || byte === closeBracket) level -= 1
    else if (byte === openBrace || byte === openBracket) {
      level += 1
      values += 1
      if (level > mostLevels) return `must not be nested deeper than ${mostLevels} levels`
    }
    if (values > mostValues) return `must not hold more than ${mostValues} values`
  }
  return undefined
}

/** The index of the closing quote, or the end of the text if there is none. The parser then rejects the text. */
function toEndOfString(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(quote, start + 1); at !== -1; at = bytes.indexOf(quote, at + 1)) {
    let backslashes = 0
    while (bytes[at - 1 - backslashes] === backslash) backslashes += 1
    if (backslashes % 2 === 0) return at
  }
  return bytes.length
}

/** Changes the value in place, because it was just parsed. */
function clean(value: unknown, dropNulls: boolean): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) clean(item, dropNulls)
    return
  }
  const members = value as Record<string, unknown> // the parser creates plain objects
  for (const key of Object.keys(members)) {
    const member = members[key]
    if (key === '__proto__' || (dropNulls && member === null)) delete members[key]
    else clean(member, dropNulls)
  }
}
