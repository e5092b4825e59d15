import { parseJson } from '../../../schemas/core/lib/json.ts'
import { decodePercent } from '../../../schemas/core/lib/percent.ts'
import { isSecretName, redacted } from '../../../schemas/core/lib/secrets.ts'

/** Headers with their secrets replaced. The scheme of `Authorization` stays, because it shows how a client signs. */
export function maskHeaders(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]): [string, string][] => {
      if (value === undefined) return []
      if (/^(proxy-)?authorization$/i.test(name)) return [[name, toScheme(value)]]
      return [[name, isSecretName(name) ? redacted : value]]
    }),
  )
}

/** A query with its secrets replaced, for example the signature of a presigned URL. */
export function maskQuery(query: string): string {
  return query
    .split('&')
    .map((pair) => {
      const cut = pair.indexOf('=')
      const name = cut === -1 ? pair : pair.slice(0, cut)
      return cut !== -1 && isSecretName(decodePercent(name) ?? name) ? `${name}=${redacted}` : pair
    })
    .join('&')
}

/** A JSON text with its secrets replaced: the texts whose names mean a secret. The text may be cut off at its end. */
export function maskJson(text: string): string {
  let secretAt = -1
  return text.replace(jsonText, (found: string, content: string, colon: string | undefined, at: number) => {
    if (at === secretAt) return `"${redacted}"${colon ?? ''}`
    if (colon !== undefined && isSecretName(String(parseJson(content)))) secretAt = at + found.length
    return found
  })
}

/** A text of JSON, or the start of one that is cut off, and the colon after it if the text is a name. */
const jsonText = /("(?:[^"\\]|\\.)*(?:"|\\?$))(\s*:\s*)?/gs

/** A single word has no scheme. It is the secret itself. */
function toScheme(authorization: string): string {
  const [, scheme] = /^([\w-]+) +\S/.exec(authorization) ?? []
  return scheme === undefined ? redacted : `${scheme} ${redacted}`
}
