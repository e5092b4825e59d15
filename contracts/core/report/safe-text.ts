/**
 * A text that is safe to show anywhere: control characters, characters that change the direction of text and half
 * surrogate pairs become escapes such as `\u001b`. Line feeds and tabs remain. A line cannot be a command of a CI system.
 */
export function escapeText(text: string): string {
  return text
    .replaceAll(unsafe, toEscape)
    .replaceAll(/^([^\S\n]*):(?=:)/gm, (_, space: string) => `${space}${toEscape(':')}`)
    .replaceAll(/#(?=#(?:\[|vso\[|teamcity\[))/g, toEscape)
}

/** The same for JSON: the escapes are those of JSON, so that a reader gets the original text. */
export function toSafeJson(value: unknown, space?: number): string {
  return JSON.stringify(value, null, space)
    .replaceAll(unsafe, toEscape)
    .replaceAll(/#(?=#(?:\[|vso\[|teamcity\[))/g, toEscape)
}

/** A copy of a JSON value in which every text is escaped. */
export function escapeTexts<T>(value: T): T {
  return walk(value) as T // `walk` keeps the shape of the value
}

/**
 * C0 except tab and line feed, DEL, C1, invisible format characters, line separators, characters that change the direction
 * of text, non-characters and half surrogate pairs.
 */
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Surrogate}|[\u{e0000}-\u{e007f}]/gu

function toEscape(text: string): string {
  return Array.from(
    { length: text.length },
    (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`,
  ).join('')
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') return escapeText(value)
  if (Array.isArray(value)) return value.map(walk)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [escapeText(key), walk(inner)]))
  return value
}
