/** A feature of requests or responses that not every platform supports. */
export type Ability =
  | 'get-body'
  | 'date-header'
  | 'host-header'
  | 'dot-segments'
  | 'truncated-responses'
  | 'header-case'

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
    where: 'MSW, `fetch`, pages',
    adapters: ['fetch', ...mswOnFetch, ...mswOnNode, ...browsers],
    because: 'no standard `Request` is a GET or HEAD with a body; MSW drops the one of a client on `node:http`',
    instead: 'Nothing: no operation reads one.',
  },
  {
    ability: 'dot-segments',
    what: '`.` and `..` as names in a path',
    where: 'MSW, `fetch`, pages',
    adapters: ['fetch', ...mswOnFetch, ...mswOnNode, ...browsers],
    because: 'a `URL` resolves `.` and `..`, encoded or not, before anybody sees them',
    instead: 'Only the HTTP adapter can be asked for a resource with such a name.',
  },
  {
    ability: 'header-case',
    what: 'the case of header names in responses',
    where: 'MSW to clients on `fetch`, `fetch`, pages',
    adapters: ['fetch', ...mswOnFetch, ...browsers],
    because: '`Headers` knows names in lower case only',
    instead: 'Look headers up without regard to case, as `headers.get` does.',
  },
  {
    ability: 'date-header',
    what: 'a `Date` header in a request',
    where: 'pages',
    adapters: browsers,
    because: 'a page may not set `Date`',
    instead: 'Sign `x-fc-date` in its place; the other schemes have a header of their own for the date.',
  },
  {
    ability: 'host-header',
    what: 'a `Host` header in a request',
    where: 'MSW 3 to clients on `fetch`, pages',
    adapters: ['msw 3, clients on fetch', ...browsers],
    because: 'a page may not set `Host`, and MSW 3 takes it from the address',
    instead: 'Name the account in `x-fc-account-id`, or ask the host that is its own.',
  },
  {
    ability: 'truncated-responses',
    what: 'a response that breaks off',
    where: 'MSW',
    adapters: [...mswOnFetch, ...mswOnNode, 'browser, msw'],
    because: 'MSW 2 writes the error of a stream into the body, and MSW 3 returns none of it',
    instead: 'The injected fault `truncate` is a network error there, as `reset` is.',
  },
]

/** Whether an adapter supports a feature. */
export function carries(adapter: AdapterName, ability: Ability | undefined): boolean {
  return !limits.some((limit) => limit.ability === ability && limit.adapters.includes(adapter))
}
