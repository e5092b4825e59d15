import { type FakeFault, type MutableResponse, type Row, rowOf } from './fake-fc.ts'
import { type Case, named } from './fault-case.ts'
import { kinds, lists } from './kinds.ts'
import { beforeEach, onSuccess } from './operation-faults.ts'

/** Faults of stale lists and of their order. */
export const listFaults: readonly Case[] = [
  ...kinds.flatMap(({ list, entries, nameField }): Case[] => [
    {
      name: `${list.id} always returns the first form of entries`,
      fault: toOldEntries(list.id, entries, nameField),
      fails: named(list.id, 'update-response-equals-read'),
    },
    {
      name: `${list.id} returns the time of creation as the time of the last change`,
      fault: onSuccess(list.id, (response) => {
        changeEntries(response, entries, (rows) => rows.map((row) => ({ ...row, lastModifiedTime: row.createdTime })))
      }),
      fails: named(list.id, 'update-response-equals-read'),
    },
  ]),
  {
    name: 'ListVersions compares numbers as texts',
    fault: onSuccess('ListVersions', (response) => {
      const { versions } = rowOf(response)
      if (Array.isArray(versions)) versions.sort((a, b) => (a.versionId < b.versionId ? 1 : -1))
    }),
    fails: named('ListVersions', 'versions-sort-numerically'),
  },
  {
    name: 'ListVersions ignores startKey with FORWARD',
    fault: beforeEach('ListVersions', ({ query }) => {
      if (query.get('direction') === 'FORWARD') query.delete('startKey')
    }),
    fails: named('ListVersions', 'forward-direction-is-handled'),
  },
  {
    name: 'ListVersions always returns BACKWARD as its direction',
    fault: onSuccess('ListVersions', (response) => {
      rowOf(response).direction = 'BACKWARD'
    }),
    fails: named('ListVersions', 'forward-direction-is-handled'),
  },
  ...lists.flatMap(({ operation: { id }, entries, hasPrefix }): Case[] => [
    {
      name: `${id} ends if the next entry was deleted`,
      fault: toEnding(id, entries),
      fails: named(id, 'paging-survives-deletion-of-next-entry'),
    },
    ...(hasPrefix
      ? [
          {
            name: `${id} loses names with capital letters`,
            fault: onSuccess(id, (response) => {
              const hasCapital = (row: Row) => Object.values(row).some((value) => /-[A-Z]\d$/.test(String(value)))
              changeEntries(response, entries, (rows) => rows.filter((row) => !hasCapital(row)))
            }),
            fails: named(
              id,
              ...[1, 2, 3, 5, 100].map((limit) => `pages-are-complete-and-disjoint-with-limit-${limit}`),
            ),
          },
        ]
      : []),
  ]),
]

/** Changes the entries of a response. */
export function changeEntries(
  response: MutableResponse,
  entries: string,
  change: (rows: readonly Row[]) => readonly Row[],
): void {
  const rows = rowOf(response)[entries]
  if (Array.isArray(rows)) response.body = { ...rowOf(response), [entries]: change(rows) }
}

/** Entries stay as the list first returned them. */
function toOldEntries(id: string, entries: string, nameField: string): FakeFault {
  const first = new Map<string, Row>()
  return onSuccess(id, (response, { path }) => {
    changeEntries(response, entries, (rows) =>
      rows.map((row) => {
        const key = `${path}/${String(row[nameField])}`
        const old = first.get(key) ?? row
        first.set(key, old)
        return old
      }),
    )
  })
}

/** A token is at the end of the list if an entry was deleted after the token was returned. */
function toEnding(id: string, entries: string): FakeFault {
  const sizes = new Map<string, number>()
  return onSuccess(id, (response, { path, query }, state) => {
    const size = [...state.keys()].filter((key) => key.startsWith(`${path}/`)).length
    const { nextToken } = rowOf(response)
    if (typeof nextToken === 'string') sizes.set(nextToken, size)
    const before = sizes.get(query.get('nextToken') ?? '')
    if (before !== undefined && size < before) response.body = { [entries]: [] }
  })
}
