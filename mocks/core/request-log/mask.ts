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

/** A single word has no scheme. It is the secret itself. */
function toScheme(authorization: string): string {
  const [, scheme] = /^([\w-]+) +\S/.exec(authorization) ?? []
  return scheme === undefined ? redacted : `${scheme} ${redacted}`
}
