import { decodePercent } from '../../../schemas/core/lib/percent.ts'
import { asUtf8 } from './header-text.ts'

/** Encoded as RFC 3986 has it: all but letters, digits and `-._~`. A lone surrogate becomes U+FFFD. */
export function encodePercent(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** A path or a part of one, decoded; as it was sent where its encoding is broken. */
export function decodePath(path: string): string {
  const text = asUtf8(path)
  return decodePercent(text) ?? text
}

/** A path encoded anew, segment by segment, so that clients may have encoded more or less than they need. */
export function recodePath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodePercent(decodePath(segment)))
    .join('/')
}

/** The names and values of a query in the order in which they were sent; a name without `=` has an empty value. */
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

/** A plus is a space, as where the query's parameters are read. */
function decodeForm(text: string): string {
  return decodePath(text.replaceAll('+', ' '))
}
