import { decodePercent } from '../parameters.ts'

/** Headers without what is as good as a key. Of `Authorization` the scheme stays: it says how a client signs. */
export function maskHeaders(headers: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]): [string, string][] => {
      if (value === undefined) return []
      const lower = name.toLowerCase()
      if (lower === 'authorization' || lower === 'proxy-authorization') return [[name, toScheme(value)]]
      return [[name, secretHeader.test(lower) ? hidden : value]]
    }),
  )
}

/** A query without the values of such names, as in presigned addresses. */
export function maskQuery(query: string): string {
  return query
    .split('&')
    .map((pair) => {
      const cut = pair.indexOf('=')
      const name = cut === -1 ? pair : pair.slice(0, cut)
      return cut !== -1 && secretParameter.test(decodePercent(name) ?? name) ? `${name}=${hidden}` : pair
    })
    .join('&')
}

const hidden = '(hidden)'

const secretHeader = /^(cookie|set-cookie|x-mock-token|x-auth-token|x-subject-token|.*security-token)$/

const secretParameter = /(authorization|signature|security-?token|auth-?token|access_?token|secret)$/i

/** A single word has no scheme before it: it is the secret itself. */
function toScheme(authorization: string): string {
  const [, scheme] = /^([\w-]+) +\S/.exec(authorization) ?? []
  return scheme === undefined ? hidden : `${scheme} ${hidden}`
}
