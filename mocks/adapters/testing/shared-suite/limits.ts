/** Something about a request or an answer that not every platform can carry. */
export type Ability = 'get-body' | 'date-header' | 'host-header' | 'dot-segments' | 'half-answers' | 'header-spelling'

/** How requests come to a mock. */
export type DoorName =
  | 'node'
  | 'fetch'
  | 'msw 3, clients on fetch'
  | 'msw 3, clients on node:http'
  | 'msw 2, clients on fetch'
  | 'msw 2, clients on node:http'
  | 'browser, msw'
  | 'browser, http'

/** What a platform cannot carry through a door, and what to do instead. */
export interface Limit {
  readonly ability: Ability
  /** The ability in words, for README.md. */
  readonly what: string
  readonly doors: readonly DoorName[]
  /** The doors in words. */
  readonly where: string
  readonly because: string
  readonly instead: string
}

const browsers: readonly DoorName[] = ['browser, msw', 'browser, http']
const mswOnFetch: readonly DoorName[] = ['msw 3, clients on fetch', 'msw 2, clients on fetch']
const mswOnNode: readonly DoorName[] = ['msw 3, clients on node:http', 'msw 2, clients on node:http']

/**
 * Every limit that is known. The suite leaves out of a door what is listed for it, and fails where something is listed
 * that the door carries all the same.
 */
export const limits: readonly Limit[] = [
  {
    ability: 'get-body',
    what: 'a body with GET',
    where: 'MSW, `fetch`, pages',
    doors: ['fetch', ...mswOnFetch, ...mswOnNode, ...browsers],
    because: 'no standard `Request` is a GET or HEAD with a body; MSW drops the one of a client on `node:http`',
    instead: 'Nothing: no operation reads one.',
  },
  {
    ability: 'dot-segments',
    what: '`.` and `..` as names in a path',
    where: 'MSW, `fetch`, pages',
    doors: ['fetch', ...mswOnFetch, ...mswOnNode, ...browsers],
    because: 'a `URL` resolves `.` and `..`, encoded or not, before anybody sees them',
    instead: 'Only the HTTP door can be asked for a resource with such a name.',
  },
  {
    ability: 'header-spelling',
    what: 'the spelling of header names in answers',
    where: 'MSW to clients on `fetch`, `fetch`, pages',
    doors: ['fetch', ...mswOnFetch, ...browsers],
    because: '`Headers` knows names in lower case only',
    instead: 'Look headers up without regard to case, as `headers.get` does.',
  },
  {
    ability: 'date-header',
    what: 'a `Date` header in a request',
    where: 'pages',
    doors: browsers,
    because: 'a page may not set `Date`',
    instead: 'Sign `x-fc-date` in its place; the other schemes have a header of their own for the date.',
  },
  {
    ability: 'host-header',
    what: 'a `Host` header in a request',
    where: 'MSW 3 to clients on `fetch`, pages',
    doors: ['msw 3, clients on fetch', ...browsers],
    because: 'a page may not set `Host`, and MSW 3 takes it from the address',
    instead: 'Name the account in `x-fc-account-id`, or ask the host that is its own.',
  },
  {
    ability: 'half-answers',
    what: 'an answer that breaks off',
    where: 'MSW',
    doors: [...mswOnFetch, ...mswOnNode, 'browser, msw'],
    because: 'MSW 2 writes the error of a stream into the body, and MSW 3 answers none of it',
    instead: 'The planned fault `truncate` is a network error there, as `reset` is.',
  },
]

/** Whether a platform can carry something through a door. */
export function carries(door: DoorName, ability: Ability | undefined): boolean {
  return !limits.some((limit) => limit.ability === ability && limit.doors.includes(door))
}
