import { decodePercent } from '../../schemas/core/lib/percent.ts'
import { trimBlanks } from './auth/header-text.ts'
import type { WireRequest } from './wire.ts'

/** The response that a request forces. */
export interface Preference {
  /** An error code: `Prefer: error=FunctionNotFound`, or `__error=` in the query. */
  readonly error: string | undefined
  /** A status, as in Prism: `Prefer: code=404`, or `__code=` in the query. */
  readonly status: string | undefined
  /** The name of an example, as in Prism. The name of an error's example is its code. */
  readonly example: string | undefined
}

/**
 * Reads the preference of a request. The header takes precedence over the query. Returns `undefined` if there is no
 * preference.
 */
export function readPreference({ headers, query }: Pick<WireRequest, 'headers' | 'query'>): Preference | undefined {
  if (headers.prefer === undefined && !query.includes('__')) return undefined
  const header = headers.prefer === undefined ? undefined : readHeader(headers.prefer)
  const inQuery = query.includes('__') ? readQuery(query) : undefined
  const read = (name: string, queryName: string) => header?.get(name) ?? inQuery?.get(queryName)
  const [error, status] = [read('error', '__error'), read('code', '__code')]
  if (error === undefined && status === undefined) return undefined
  return { error, status, example: read('example', '__example') }
}

/** RFC 7240: names and values separated by commas or semicolons. Values may be quoted. */
function readHeader(text: string): Map<string, string> {
  return new Map(
    text.split(/[,;]/).map((preference): [string, string] => {
      const [name = '', value = ''] = preference.split('=', 2)
      return [trimBlanks(name).toLowerCase(), trimBlanks(value).replace(/^"(.*)"$/, '$1')]
    }),
  )
}

function readQuery(query: string): Map<string, string> {
  return new Map(
    query.split('&').map((pair): [string, string] => {
      const [name = '', value = ''] = pair.split('=', 2)
      return [name, decodePercent(value) ?? value]
    }),
  )
}

/** Query parameters of the mock and of Prism. */
export const mockQueryNames: ReadonlySet<string> = new Set(['__error', '__code', '__example', '__dynamic'])
