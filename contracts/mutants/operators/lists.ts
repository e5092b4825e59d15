import { toJsonSchema } from '../../../schemas/core/json-schema.ts'
import { perServer } from '../kit.ts'
import type { JsonObject } from '../response.ts'
import type { ListSite } from '../sites/site.ts'
import { type Kit, type Operator, operatorsOn } from './operator.ts'

const keyOf = ({ resource }: ListSite, entry: JsonObject) => String(entry[resource.key] ?? '')

/** Changes the body of a page. */
const editPage =
  (
    edit: (body: JsonObject, entries: JsonObject[], query: URLSearchParams, site: ListSite) => void,
  ): Operator<'list'>['wrap'] =>
  (site, { editObject }) =>
    editObject(site.operation.id, (body, { query }) => {
      const entries = body[site.entries]
      if (Array.isArray(entries)) edit(body, entries, query, site)
    })

const setEntries = (change: (entries: JsonObject[], query: URLSearchParams, site: ListSite) => unknown[]) =>
  editPage((body, entries, query, site) => {
    body[site.entries] = change(entries, query, site)
  })

const mapQuery =
  (change: (query: URLSearchParams, site: ListSite) => void): Operator<'list'>['wrap'] =>
  (site, { editQuery }) =>
    editQuery(site.operation.id, (query) => change(query, site))

/** Sends the request of the list without one parameter and filters the entries. */
const filterBy =
  (parameter: 'prefix' | 'startKey', fits: (key: string, value: string) => boolean): Operator<'list'>['wrap'] =>
  (site, kit) =>
    kit.intercept(site.operation.id, async ({ query }, { forward }) => {
      const name = site.paging[parameter] ?? ''
      const value = query.get(name)
      if (value === null || query.has(site.paging.token)) return await forward()
      query.delete(name)
      const limit = Number(query.get(site.paging.limit) ?? 100)
      query.set(site.paging.limit, '100')
      const response = await forward({ query })
      return kit.mapJsonOf(response, (body) => {
        const entries = body[site.entries]
        if (!Array.isArray(entries)) return body
        const kept = entries.filter((entry: JsonObject) => fits(keyOf(site, entry), value)).slice(0, limit)
        return { ...body, [site.entries]: kept }
      })
    })

const hasPrefix = ({ paging }: ListSite) => paging.prefix !== undefined
const hasStartKey = ({ paging }: ListSite) => paging.startKey !== undefined
const tokenOf = (site: ListSite, body: JsonObject) => body[site.paging.token]

const onToken = (site: ListSite, kit: Kit, change: (token: string) => string) =>
  kit.editObject(site.operation.id, (body) => {
    const token = tokenOf(site, body)
    if (typeof token === 'string') body[site.paging.token] = change(token)
  })

/** Operators on lists that are read in pages. */
export const listOperators = operatorsOn('list', {
  'ignore-limit': {
    what: () => 'ignores the limit',
    wrap: mapQuery((query, { paging }) => query.delete(paging.limit)),
  },
  'page-too-long': {
    what: () => 'returns one entry more than the limit',
    wrap: mapQuery((query, { paging }) => {
      const limit = query.get(paging.limit)
      if (limit !== null && /^\d+$/.test(limit) && Number(limit) < 100)
        query.set(paging.limit, String(Number(limit) + 1))
    }),
  },
  'page-too-short': {
    what: () => 'loses the last entry of every page that is not the last',
    wrap: editPage((body, entries, _, site) => {
      if (tokenOf(site, body) !== undefined) body[site.entries] = entries.slice(0, -1)
    }),
  },
  'skip-first-entry-of-page': {
    what: () => 'skips the first entry of every page after the first',
    wrap: setEntries((entries, query, { paging }) => (query.has(paging.token) ? entries.slice(1) : entries)),
  },
  'omit-last-entry': {
    what: () => 'omits the last entry of the last page',
    wrap: editPage((body, entries, _, site) => {
      if (tokenOf(site, body) === undefined && entries.length > 1) body[site.entries] = entries.slice(0, -1)
    }),
  },
  'omit-first-entry': { what: () => 'omits the first entry', wrap: setEntries((entries) => entries.slice(1)) },
  'repeat-entry': {
    what: () => 'returns the first entry twice',
    wrap: setEntries((entries) => (entries[0] ? [entries[0], ...entries] : entries)),
  },
  'always-empty': { what: () => 'returns an empty list', wrap: setEntries(() => []) },
  'null-for-no-entries': {
    what: () => 'returns null instead of an empty list',
    wrap: editPage((body, entries, _, site) => {
      if (entries.length === 0) body[site.entries] = null
    }),
  },
  'omit-empty-list': {
    what: ({ entries }) => `omits ${entries} if the list is empty`,
    appliesTo: ({ operation, entries }) =>
      Object.values(operation.success).some(({ schema }) => schema && toJsonSchema(schema).required?.includes(entries)),
    wrap: editPage((body, entries, _, site) => {
      if (entries.length === 0) delete body[site.entries]
    }),
  },
  'reverse-order': {
    what: () => 'returns the entries in reverse order',
    wrap: setEntries((entries) => entries.toReversed()),
  },
  'unstable-order': {
    what: () => 'returns the entries of every second call in reverse order',
    wrap: (site, kit) =>
      perServer(() => {
        let calls = 0
        return setEntries((entries) => {
          calls += 1
          return calls % 2 === 0 ? entries.toReversed() : entries
        })(site, kit)
      }),
  },
  'omit-token': {
    what: ({ paging }) => `omits ${paging.token} although more entries exist`,
    wrap: (site, { dropResponseField }) => dropResponseField(site.operation.id, site.paging.token),
  },
  'token-on-last-page': {
    what: ({ paging }) => `returns a ${paging.token} on the last page`,
    wrap: editPage((body, entries, _, site) => {
      const last = entries.at(-1)
      if (tokenOf(site, body) === undefined && last)
        body[site.paging.token] = Buffer.from(keyOf(site, last)).toString('base64')
    }),
  },
  'empty-token-on-last-page': {
    what: ({ paging }) => `returns an empty ${paging.token} on the last page`,
    wrap: editPage((body, _, __, site) => {
      if (tokenOf(site, body) === undefined) body[site.paging.token] = ''
    }),
  },
  'ignore-token': {
    what: ({ paging }) => `ignores ${paging.token} and returns the first page again`,
    wrap: mapQuery((query, { paging }) => query.delete(paging.token)),
  },
  'token-of-other-type': {
    what: ({ paging }) => `returns ${paging.token} as a number`,
    wrap: (site, kit) => kit.mapResponseField(site.operation.id, site.paging.token, () => 12),
  },
  'unusable-token': {
    what: ({ paging }) => `returns a ${paging.token} that it rejects`,
    wrap: (site, kit) => onToken(site, kit, (token) => `${token}!`),
  },
  'fail-on-changed-token': {
    what: ({ paging }) => `returns 500 for an unknown ${paging.token}`,
    wrap: (site, kit) =>
      kit.editErrors(site.operation.id, 400, (response, { query }) => {
        if (query.has(site.paging.token)) kit.setError(response, kit.api.dialect.codes.internal)
      }),
  },
  'ignore-prefix': {
    what: () => 'ignores the prefix',
    appliesTo: hasPrefix,
    wrap: mapQuery((query, { paging }) => query.delete(paging.prefix ?? '')),
  },
  'ignore-prefix-of-later-pages': {
    what: () => 'ignores the prefix after the first page',
    appliesTo: hasPrefix,
    wrap: mapQuery((query, { paging }) => {
      if (query.has(paging.token)) query.delete(paging.prefix ?? '')
    }),
  },
  'find-prefix-anywhere': {
    what: () => 'returns entries that contain the prefix anywhere',
    appliesTo: hasPrefix,
    wrap: filterBy('prefix', (key, value) => key.includes(value)),
  },
  'ignore-case-of-prefix': {
    what: () => 'compares the prefix without regard to case',
    appliesTo: (site) => hasPrefix(site) && !site.resource.isCaseOpen,
    wrap: filterBy('prefix', (key, value) => key.toLowerCase().startsWith(value.toLowerCase())),
  },
  'require-longer-key': {
    what: () => 'omits the entry that equals the prefix',
    appliesTo: hasPrefix,
    wrap: filterBy('prefix', (key, value) => key.startsWith(value) && key !== value),
  },
  'ignore-start-key': {
    what: () => 'ignores the start key',
    appliesTo: hasStartKey,
    wrap: mapQuery((query, { paging }) => query.delete(paging.startKey ?? '')),
  },
  'exclusive-start-key': {
    what: () => 'starts after the start key instead of at it',
    appliesTo: hasStartKey,
    wrap: setEntries((entries, query, site) => {
      const start = query.get(site.paging.startKey ?? '')
      return query.has(site.paging.token) ? entries : entries.filter((entry) => keyOf(site, entry) !== start)
    }),
  },
  'only-start-key': {
    what: () => 'returns only the entry at the start key',
    appliesTo: hasStartKey,
    wrap: setEntries((entries, query, site) => {
      const start = query.get(site.paging.startKey ?? '')
      return start === null || query.has(site.paging.token)
        ? entries
        : entries.filter((entry) => keyOf(site, entry) === start)
    }),
  },
  'low-maximum-limit': {
    what: () => 'rejects a limit above 50',
    wrap: (site, kit) =>
      kit.rejectCalls(
        site.operation.id,
        ({ query }) => Number(query.get(site.paging.limit)) > 50,
        kit.api.dialect.codes.invalid,
      ),
  },
  'default-limit-of-two': {
    what: () => 'returns two entries if the request has no limit',
    wrap: mapQuery((query, { paging }) => {
      if (!query.has(paging.limit)) query.set(paging.limit, '2')
    }),
  },
  'cached-list': {
    what: () => 'returns the first response for the same request again',
    wrap: (site, kit) =>
      perServer(() => {
        const cache = new Map<string, unknown>()
        return kit.editObject(site.operation.id, (body, { path, query }) => {
          const key = `${path}?${query}`
          if (!cache.has(key)) cache.set(key, body[site.entries])
          body[site.entries] = cache.get(key)
        })
      }),
  },
})
