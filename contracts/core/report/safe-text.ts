import { mapTexts, toMask } from './mask.ts'

/**
 * A copy of a JSON value whose texts are safe to show anywhere. Every output for people uses this function: the terminal,
 * JUnit, HTML, the summary and the messages of tests. It masks secrets. Control characters, invisible characters,
 * characters that change the direction of text and half surrogate pairs become escapes such as `\u001b`. Line feeds and
 * tabs remain. No line can be a command of a CI system.
 */
export function toSafeText<T>(value: T, secrets: readonly string[] = []): T {
  const mask = toMask(secrets)
  return mapTexts(value, (text) => escapeText(mask(text)), escapeText)
}

/**
 * A value as JSON with the same guarantees. Every JSON output uses this function: the report, SARIF, HAR and the badge. The
 * escapes are those of JSON, so that a reader gets the original characters.
 */
export function toSafeJson(value: unknown, secrets: readonly string[] = [], space?: number): string {
  return escapeCharacters(JSON.stringify(mapTexts(value, toMask(secrets)), null, space))
}

function escapeText(text: string): string {
  return escapeCharacters(text).replaceAll(lineCommand, (_, space: string) => space + toEscape(':'))
}

/** Escapes that mean the same in a string of JSON or JavaScript. */
export function escapeCharacters(text: string): string {
  return text.replaceAll(unsafe, toEscape).replaceAll(inlineCommand, toEscape)
}

/**
 * C0 except tab and line feed, DEL, C1, invisible format characters, line separators, characters that change the direction
 * of text, tag characters, non-characters and half surrogate pairs.
 */
const unsafe =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]|\p{Surrogate}|[\u{e0000}-\u{e007f}]/gu

/** A workflow command of GitHub, which may be indented: `::error::`. */
const lineCommand = /^([^\S\n]*):(?=:)/gm

/** Commands anywhere in a line: the old form of GitHub, Azure Pipelines and TeamCity. */
const inlineCommand = /#(?=#(?:\[|vso\[|teamcity\[))/g

function toEscape(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}
