/** A feature of requests or responses that not every platform supports. */
export type Ability =
  | 'get-body'
  | 'date-header'
  | 'host-header'
  | 'dot-segments'
  | 'truncated-responses'
  | 'header-case'
  | 'trigger-preflight'

/** The ways to reach a mock. */
export type AdapterName =
  | 'node'
  | 'fetch'
  | 'msw 3, clients on fetch'
  | 'msw 3, clients on node:http'
  | 'msw 2, clients on fetch'
  | 'msw 2, clients on node:http'
  | 'browser, msw'
  | 'browser, http'

/** A feature that a platform does not support in an adapter, and the alternative. */
export interface Limit {
  readonly ability: Ability
  /** Description of the feature, for docs/reference/adapters.md. */
  readonly what: string
  readonly adapters: readonly AdapterName[]
  /** Description of the adapters. */
  readonly where: string
  readonly because: string
  readonly instead: string
}

const browsers: readonly AdapterName[] = ['browser, msw', 'browser, http']
const mswOnFetch: readonly AdapterName[] = ['msw 3, clients on fetch', 'msw 2, clients on fetch']
const mswOnNode: readonly AdapterName[] = ['msw 3, clients on node:http', 'msw 2, clients on node:http']

/** All known limits. The suite skips scenarios for listed limits. It fails if an adapter supports a listed feature. */
export const limits: readonly Limit[] = [
  {
    ability: 'get-body',
    what: 'a body with GET',
    where: 'MSW, `fetch`, web pages',
    adapters: ['fetch', ...mswOnFetch, ...mswOnNode, ...browsers],
    because: 'a standard `Request` with GET or HEAD has no body, and MSW removes the body that `node:http` sends',
    instead: 'Not needed: no operation reads this body.',
  },
  {
    ability: 'dot-segments',
    what: 'a resource with the name `.` or `..`',
    where: 'MSW, `fetch`, web pages',
    adapters: ['fetch', ...mswOnFetch, ...mswOnNode, ...browsers],
    because: 'a `URL` removes the path segments `.` and `..`, even if they are encoded',
    instead: 'Use the HTTP adapter.',
  },
  {
    ability: 'header-case',
    what: 'the case of header names in responses',
    where: 'MSW to clients on `fetch`, `fetch`, web pages',
    adapters: ['fetch', ...mswOnFetch, ...browsers],
    because: '`Headers` has only lower-case names',
    instead: 'Ignore the case of header names, as `headers.get` does.',
  },
  {
    ability: 'date-header',
    what: 'a `Date` header in a request',
    where: 'web pages',
    adapters: browsers,
    because: 'a web page cannot set `Date`',
    instead: 'Sign `x-fc-date` instead. The other schemes have their own date header.',
  },
  {
    ability: 'host-header',
    what: 'a `Host` header in a request',
    where: 'MSW 3 to clients on `fetch`, web pages',
    adapters: ['msw 3, clients on fetch', ...browsers],
    because: 'a web page cannot set `Host`, and MSW 3 takes it from the URL',
    instead: 'Name the account in `x-fc-account-id`, or use the host of the account.',
  },
  {
    ability: 'trigger-preflight',
    what: 'PUT, PATCH, DELETE or own headers to an HTTP trigger',
    where: 'web pages of another origin, over HTTP',
    adapters: ['browser, http'],
    because: 'the browser first sends a preflight request, and the function must allow it, as in the cloud',
    instead: 'Let an invocation rule return the CORS headers.',
  },
  {
    ability: 'truncated-responses',
    what: 'a truncated response',
    where: 'MSW',
    adapters: [...mswOnFetch, ...mswOnNode, 'browser, msw'],
    because: 'MSW 2 writes an error message into the body, and MSW 3 returns no body',
    instead: 'The connection fault `truncate` has the same effect as `reset`: a network error.',
  },
]

/** Whether an adapter supports a feature. */
export function carries(adapter: AdapterName, ability: Ability | undefined): boolean {
  return !limits.some((limit) => limit.ability === ability && limit.adapters.includes(adapter))
}
