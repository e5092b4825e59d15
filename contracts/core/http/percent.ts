/** Encodes a text by RFC 3986: everything except letters, digits and `-._~`. */
export function encodePercent(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
