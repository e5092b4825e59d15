import { bounds } from './bounds.ts'

/** Why a body is rejected. `malformed`: it is not JSON. `invalid`: it is JSON that exceeds the limits. */
export interface JsonRefusal {
  readonly kind: 'malformed' | 'invalid'
  readonly reason: string
}

interface Limits {
  readonly isStored?: boolean
  readonly mostValues?: number
}

export type JsonReading = { readonly value: unknown; readonly text: string } | { readonly refusal: JsonRefusal }

/**
 * Reads a JSON body. Checks depth and number of values before parsing, so that no body can exhaust stack or memory.
 * Rejects a body that cannot be stored exactly, unless the caller does not store the value.
 */
export function readJsonBody(
  bytes: Uint8Array,
  { isStored = true, mostValues = bounds.bodyValues }: Limits = {},
): JsonReading {
  const beyond = toBreachOfBounds(bytes, isStored, mostValues)
  if (beyond) return refuse('invalid', beyond)
  try {
    const text = strictUtf8.decode(bytes)
    const value: unknown = JSON.parse(text)
    return isStored && mayHaveProtoMember(text) && hasProtoMember(value)
      ? refuse('invalid', 'must not have a member with the name __proto__')
      : { value, text }
  } catch {
    // The message of the parser quotes the input and differs between engines.
    return refuse('malformed', 'must be JSON in UTF-8')
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function refuse(kind: JsonRefusal['kind'], reason: string): JsonReading {
  return { refusal: { kind, reason } }
}

const [quote, backslash, comma, openBrace, closeBrace, openBracket, closeBracket, minus, digit0, digit9] = [
  0x22, 0x5c, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d, 0x2d, 0x30, 0x39,
]

/** Counts brackets and commas outside of strings, and looks at numbers. */
function toBreachOfBounds(bytes: Uint8Array, isStored: boolean, mostValues: number): string | undefined {
  let [level, values] = [0, 1]
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i]
    if (byte === quote) i = toEndOfString(bytes, i)
    else if (byte === comma) values += 1
    else if (byte === closeBrace || byte === closeBracket) level -= 1
    else if (byte === openBrace || byte === openBracket) {
      level += 1
      values += 1
      if (level > bounds.levels) return `must not be nested deeper than ${bounds.levels} levels`
    } else if (byte === minus || (byte !== undefined && byte >= digit0 && byte <= digit9)) {
      const end = toEndOfNumber(bytes, i)
      if (isStored && !isExact(bytes, i, end)) return 'must not hold a number with more digits than a double can store'
      i = end - 1
    }
    if (values > mostValues) return `must not hold more than ${mostValues} values`
  }
  return undefined
}

/** The index of the closing quote, or the end of the text if there is none. The parser then rejects the text. */
function toEndOfString(bytes: Uint8Array, start: number): number {
  // Most strings are short. `indexOf` is faster for long ones, such as a code package.
  const near = Math.min(start + shortString, bytes.length)
  for (let at = start + 1; at < near; at += 1) {
    if (bytes[at] === quote) return at
    if (bytes[at] === backslash) break
  }
  for (let at = bytes.indexOf(quote, start + 1); at !== -1; at = bytes.indexOf(quote, at + 1)) {
    let backslashes = 0
    while (bytes[at - 1 - backslashes] === backslash) backslashes += 1
    if (backslashes % 2 === 0) return at
  }
  return bytes.length
}

const shortString = 48

function toEndOfNumber(bytes: Uint8Array, start: number): number {
  let end = start + 1
  while (end < bytes.length && numberCharacters.has(bytes[end] ?? 0)) end += 1
  return end
}

const numberCharacters: ReadonlySet<number> = new Set([...'0123456789+-.eE'].map((each) => each.charCodeAt(0)))

/**
 * Whether a number can be stored with all its digits. The parser would round `12345678901234567890`, and read `1e999` as
 * infinity. A double stores 15 digits of any number.
 */
function isExact(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start <= 15 && !hasExponent(bytes, start, end)) return true
  const token = bytes.subarray(start, end)
  const text = String.fromCharCode(...token.subarray(0, longestNumber))
  return token.length <= longestNumber && toDigits(text) === toDigits(String(Number(text)))
}

function hasExponent(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] === 0x65 || bytes[at] === 0x45) return true
  return false
}

/** A double needs at most 17 digits. More are only possible with trailing zeros. */
const longestNumber = 400

/** The digits of a number without leading and trailing zeros, and its exponent. */
function toDigits(text: string): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] = /^(-?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? []
  const digits = (whole + fraction).replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return '0'
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`
}

/** `\u005f` is an escaped underscore. */
function mayHaveProtoMember(text: string): boolean {
  return text.includes('__proto__') || text.includes('\\u005')
}

/** Copies of an object would lose such a member. */
function hasProtoMember(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some(hasProtoMember)
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(hasProtoMember)
}
