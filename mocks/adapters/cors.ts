import { authHintHeader } from '../core/check-credentials.ts'
import type { Emulator } from '../core/emulator.ts'
import { leniencyHeader, ruleHeader } from '../core/encode.ts'

/**
 * Headers that let web pages of any origin read the responses of the mock, and the response to their preflight
 * requests.
 */
export interface Cors {
  readonly response: Readonly<Record<string, string>>
  /** Whether the mock itself responds to preflight requests for a URL, because a function does. */
  readonly isOwnPath: (url: string) => boolean
  /** The headers of a preflight response. Takes the requested header names. */
  readonly preflight: (requestedHeaders: string | undefined) => Record<string, string>
}

/** Exposed headers are listed one by one, because the wildcard does not apply to requests with credentials. */
export function toCors({ mocks }: Pick<Emulator, 'mocks'>): Cors {
  const documented = mocks.flatMap(({ api, addressHeaders = [] }) => [
    api.dialect.requestIdHeader,
    ...addressHeaders,
    ...Object.values(api.operations)
      .flatMap(({ success }) => Object.values(success))
      .flatMap(({ headers }) => Object.keys(headers))
      .map((name) => api.dialect.headerNames?.[name] ?? name),
  ])
  // By lower-case name, because two APIs may use different cases of one header name.
  const exposed = new Map(
    [ruleHeader, leniencyHeader, authHintHeader, 'Date', ...documented].map((name) => [name.toLowerCase(), name]),
  )
  const response = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': [...exposed.values()].sort().join(', '),
  }
  return {
    response,
    isOwnPath: (url) => mocks.some(({ requestServer }) => requestServer?.isOwnPath(url.replace(/\?.*$/s, ''))),
    preflight: (requestedHeaders) => ({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
      ...(requestedHeaders !== undefined && { 'Access-Control-Allow-Headers': requestedHeaders }),
      'Access-Control-Max-Age': '600', // ten minutes, so that a changed mock is noticed
    }),
  }
}
