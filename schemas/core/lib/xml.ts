/** Escapes text for XML or HTML elements and attributes. Characters that XML forbids become U+FFFD. */
export function escapeXml(text: string): string {
  return text.replaceAll(forbidden, '\ufffd').replaceAll(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Control characters, half surrogate pairs and the two non-characters that XML 1.0 excludes, whether escaped or not. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu
