import { authHintHeader } from '../core/check-credentials.ts'
import type { Emulator } from '../core/emulator.ts'
import { ruleHeader } from '../core/encode.ts'

/** The headers that let a page of any origin read the mock's returns, and ask beforehand whether it may. */
export interface Cors {
  readonly response: Readonly<Record<string, string>>
  /** For a preflight, given the header names that it asks for. */
  readonly preflight: (requestedHeaders: string | undefined) => Record<string, string>
}

/** Exposed headers are named one by one: the wildcard does not hold for requests with credentials. */
export function toCors({ mocks }: Pick<Emulator, 'mocks'>): Cors {
  const documented = mocks.flatMap(({ api, headerNames }) => [
    api.dialect.requestIdHeader,
    ...Object.values(api.operations)
      .flatMap(({ success }) => Object.values(success))
      .flatMap(({ headers }) => Object.keys(headers))
      .map((name) => headerNames[name] ?? name),
  ])
  // By lower-case name, since two APIs may spell one header differently.
  const exposed = new Map([ruleHeader, authHintHeader, 'Date', ...documented].map((name) => [name.toLowerCase(), name]))
  const response = {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': [...exposed.values()].sort().join(', '),
  }
  return {
    response,
    preflight: (requestedHeaders) => ({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
      ...(requestedHeaders !== undefined && { 'Access-Control-Allow-Headers': requestedHeaders }),
      'Access-Control-Max-Age': '600', // ten minutes: a session of work, but not longer than a changed mock
    }),
  }
}
