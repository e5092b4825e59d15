import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDemo, leastFunction } from '../aliyun-fc/testing/fc.ts'

type Demo = ReturnType<typeof createDemo>

/** A list: where it is, what makes one of its entries, and what an entry is called. */
interface List {
  readonly path: string
  readonly items: string
  readonly key: string
  readonly create: (demo: Demo, name: string) => unknown
}

const lists: Record<string, List> = {
  services: {
    path: '',
    items: 'services',
    key: 'serviceName',
    create: ({ send }, serviceName) => send('POST', '', { serviceName }),
  },
  functions: {
    path: '/demo/functions',
    items: 'functions',
    key: 'functionName',
    create: ({ send }, functionName) => send('POST', '/demo/functions', { ...leastFunction, functionName }),
  },
  triggers: {
    path: '/demo/functions/f/triggers',
    items: 'triggers',
    key: 'triggerName',
    create: ({ send }, triggerName) =>
      send('POST', '/demo/functions/f/triggers', { triggerName, triggerType: 'timer', triggerConfig: {} }),
  },
  aliases: {
    path: '/demo/aliases',
    items: 'aliases',
    key: 'aliasName',
    create: ({ send }, aliasName) => {
      send('POST', '/demo/versions')
      return send('POST', '/demo/aliases', { aliasName, versionId: '1' })
    },
  },
}

/** Every entry of a list, page by page, until there is no token; more pages than entries would never end. */
function readAll({ send }: Demo, { path, items, key }: List, query: Record<string, string>, limit: number): string[] {
  const seen: string[] = []
  let nextToken: string | undefined
  do {
    const all = new URLSearchParams({ ...query, limit: String(limit), ...(nextToken && { nextToken }) })
    const { status, body } = send('GET', `${path}?${all}`)
    expect(status).toBe(200)
    const page = body[items].map((item: Record<string, string>) => item[key])
    expect(page.length).toBeLessThanOrEqual(limit)
    if (body.nextToken) expect(page).toHaveLength(limit)
    seen.push(...page)
    nextToken = body.nextToken
    expect(seen.length, 'the list ends').toBeLessThan(300)
  } while (nextToken)
  return seen
}

/** Names that collide in their beginnings, and a few that are far from letters. */
const name = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', '-', 'B'), minLength: 1, maxLength: 4 }),
  fc.string({ minLength: 1, maxLength: 6, unit: 'binary' }),
)
const names = fc.uniqueArray(name, { maxLength: 12 })
const text = fc.string({ unit: fc.constantFrom('a', 'b', '-', 'B'), maxLength: 3 })
const limit = fc.integer({ min: 1, max: 13 })

test.each(Object.entries(lists))(
  'the pages of %s are complete, disjoint, sorted and finite, for any names, limit, prefix and start key',
  (_, list) => {
    fc.assert(
      fc.property(names, limit, text, text, (given, pageSize, prefix, startKey) => {
        const demo = createDemo()
        for (const entry of given) list.create(demo, entry)
        const all = readAll(demo, list, {}, 100)
        // Some creations were rejected. The expected entries are those of one page with all entries.
        expect(all).toEqual([...all].sort(byCodeUnit))
        expect(readAll(demo, list, {}, pageSize)).toEqual(all)
        const expected = all.filter((entry) => entry.startsWith(prefix) && entry >= startKey)
        expect(readAll(demo, list, { prefix, startKey }, pageSize)).toEqual(expected)
      }),
      { numRuns: 60, seed: 20160815 },
    )
  },
)

test('the pages of functions in a version have the same properties', () => {
  fc.assert(
    fc.property(names, limit, text, (given, pageSize, prefix) => {
      const demo = createDemo()
      for (const functionName of given) demo.send('POST', '/demo/functions', { ...leastFunction, functionName })
      const list = { ...lists.functions, path: '/demo.1/functions' } as List
      const all = readAll(demo, { ...list, path: '/demo/functions' }, { prefix }, 100)
      demo.send('POST', '/demo/versions')
      for (const functionName of given) demo.send('DELETE', `/demo/functions/${encodeURIComponent(functionName)}`)
      expect(readAll(demo, list, { prefix }, pageSize)).toEqual(all)
    }),
    { numRuns: 40, seed: 20160815 },
  )
})

test('the pages of versions have the same properties in both directions, with gaps between ids', () => {
  const list: List = { path: '/demo/versions', items: 'versions', key: 'versionId', create: () => undefined }
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 14 }),
      fc.array(fc.integer({ min: 1, max: 14 })),
      limit,
      fc.option(fc.integer({ min: 0, max: 16 })),
      fc.constantFrom('FORWARD', 'BACKWARD'),
      (count, holes, pageSize, start, direction) => {
        const demo = createDemo()
        for (let i = 0; i < count; i += 1) {
          demo.send('PUT', '/demo', {})
          demo.send('POST', '/demo/versions')
        }
        for (const id of holes) demo.send('DELETE', `/demo/versions/${id}`)
        const up = Array.from({ length: count }, (_, i) => i + 1).filter((id) => !holes.includes(id))
        const ids = direction === 'FORWARD' ? up : up.reverse()
        const expected = ids.filter((id) => start === null || (direction === 'FORWARD' ? id >= start : id <= start))
        const query = { direction, ...(start !== null && { startKey: String(start) }) }
        expect(readAll(demo, list, query, pageSize)).toEqual(expected.map(String))
      },
    ),
    { numRuns: 100, seed: 20160815 },
  )
})

const withVersions: Record<string, List> = {
  ...lists,
  versions: {
    path: '/demo/versions',
    items: 'versions',
    key: 'versionId',
    create: ({ send }) => {
      send('PUT', '/demo', {})
      return send('POST', '/demo/versions')
    },
  },
}

test.each(Object.entries(withVersions))(
  'a page of %s has 20 entries by default, and limit must be between 1 and 100',
  (_, list) => {
    const demo = createDemo()
    for (let i = 0; i < 101; i += 1) list.create(demo, `n${i}`)
    const ask = (query: string) => demo.send('GET', `${list.path}?${query}`)
    const count = (query: string) => ask(query).body[list.items].length
    expect([count(''), count('limit=1'), count('limit=20'), count('limit=100')]).toEqual([20, 1, 20, 100])
    expect(ask('limit=100').body.nextToken).toMatch(/./)
    for (const limit of ['0', '101', '-1', '1.5', 'many', '']) {
      const { status, body } = ask(`limit=${limit}`)
      expect([limit, status, body.ErrorCode]).toEqual([limit, 400, 'InvalidArgument'])
      expect(body.ErrorMessage).toMatch(/^limit: must /)
    }
    const { status, body } = ask('nextToken=made-up')
    expect([status, body.ErrorCode]).toEqual([400, 'InvalidArgument'])
  },
)

test('versions can be listed in two directions only', () => {
  const { send } = createDemo()
  expect(send('GET', '/demo/versions?direction=FORWARD').body.direction).toBe('FORWARD')
  expect(send('GET', '/demo/versions').body.direction).toBe('BACKWARD')
  expect(send('GET', '/demo/versions?direction=SIDEWARD').body.ErrorMessage).toMatch(
    /^Direction is set to an invalid value/,
  )
})

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : 1
}
