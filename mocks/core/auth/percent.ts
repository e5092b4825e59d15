import { decodePercent } from '../../../schemas/core/lib/percent.ts'
import { asUtf8 } from './header-text.ts'

/** Encodes by RFC 3986: everything but letters, digits and `-._~`. A lone surrogate becomes U+FFFD. */
export function encodePercent(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** Decodes a path or a part of it. Returns the text unchanged if its encoding is broken. */
export function decodePath(path: string): string {
  const text = asUtf8(path)
  return decodePercent(text) ?? text
}

/** Encodes each segment of a path again, because clients may encode more or fewer characters than necessary. */
export function recodePath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodePercent(decodePath(segment)))
    .join('/')
}

/** The names and values of a query in their original order. A name without `=` has an empty value. */
export function toQueryPairs(query: string): (readonly [name: string, value: string])[] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const cut = pair.indexOf('=')
      const name = cut === -1 ? pair : pair.slice(0, cut)
      return [decodeForm(name), cut === -1 ? '' : decodeForm(pair.slice(cut + 1))] as const
    })
}

/** A plus means a space, as in other query parameters. */
function decodeForm(text: string): string {
  return decodePath(text.replaceAll('+', ' '))
}
