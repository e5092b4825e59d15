import { expect, test } from 'vitest'
import { apiMocks } from '../apis.ts'
import { toLeniencyFinder } from './leniencies.ts'
import type { LeniencyList } from './leniency-list.ts'
import type { Leniency } from './request-log/entry.ts'
import { createBoxes } from './testing/boxes.ts'

interface Case {
  readonly what: string
  readonly leniency: Leniency
  /** Of a request that stores a box; one that reads a box where there are none. */
  readonly fields?: object
  readonly query?: string
  readonly headers?: Record<string, string>
}

const cases: readonly Case[] = [
  { what: 'an unknown field', fields: { hue: 1 }, leniency: { in: 'body', field: 'hue', kind: 'unknown' } },
  {
    what: 'an unknown field of a list’s item',
    fields: { lids: [{ size: 1 }, { size: 1, hue: 2 }] },
    leniency: { in: 'body', field: 'lids[1].hue', kind: 'unknown' },
  },
  {
    what: 'an undocumented field',
    fields: { colour: 'red' },
    leniency: { in: 'body', field: 'colour', kind: 'undocumented' },
  },
  {
    what: 'an undocumented value',
    fields: { shape: 'ball' },
    leniency: { in: 'body', field: 'shape', kind: 'value' },
  },
  {
    what: 'an unknown field of an object that the source only names',
    fields: { maker: { name: 'x' } },
    leniency: { in: 'body', field: 'maker.name', kind: 'unknown' },
  },
  {
    what: 'a name with the wrong case',
    fields: { lids: [{ Size: 1 }] },
    leniency: { in: 'body', field: 'lids[0].Size', kind: 'case' },
  },
  {
    what: 'null instead of an absent field',
    fields: { tags: null },
    leniency: { in: 'body', field: 'tags', kind: 'null' },
  },
  {
    what: 'an empty object instead of an absent field',
    fields: { key: {} },
    leniency: { in: 'body', field: 'key', kind: 'empty' },
  },
  { what: 'an unknown parameter', query: '?colour=red', leniency: { in: 'query', field: 'colour', kind: 'unknown' } },
  {
    what: 'an undocumented value of a parameter',
    query: '?order=down',
    leniency: { in: 'query', field: 'order', kind: 'value' },
  },
  {
    what: 'an undocumented header',
    headers: { 'x-depth': '2' },
    leniency: { in: 'header', field: 'X-Depth', kind: 'undocumented' },
  },
]

function send(strict: boolean, { fields, query = '', headers = {} }: Case) {
  const { emulator, send: ask } = createBoxes({ strict })
  if (!fields) ask('PUT', '/v9/boxes/a', { weight: 1 })
  const before = emulator.exportState()
  const result = fields
    ? ask('PUT', '/v9/boxes/a', { weight: 1, ...fields })
    : ask('GET', `/v9/boxes/a${query}`, undefined, headers)
  return { result, entry: emulator.requestLog().at(-1), isStored: emulator.exportState() !== before }
}

test.each(cases)('$what is accepted, and the request log shows it', (example) => {
  const { result, entry } = send(false, example)
  expect(result.status).toBe(200)
  expect(entry?.leniencies).toEqual([example.leniency])
})

test.each(cases)('$what is rejected in strict mode, and the error names it', (example) => {
  const { result, isStored } = send(true, example)
  expect([result.status, result.body.code, isStored]).toEqual([400, 'Invalid', false])
  expect(result.body.message).toMatch(/^[^;]+\(strict mode\)$/)
  expect(result.body.message.startsWith(`${example.leniency.field}: `)).toBe(true)
})

test.each([
  ['PUT', '/v9/boxes/a', { weight: 1, tags: { anything: 'goes' }, shape: 'cube', maker: { country: 'x' } }],
  ['GET', '/v9/boxes/a?limit=5&order=up&__dynamic=true', undefined],
  ['DELETE', '/v9/boxes/a', undefined],
] as const)('documented input is no leniency: %s %s', (method, path, body) => {
  const { emulator, send: ask } = createBoxes({ strict: true })
  ask('PUT', '/v9/boxes/a', { weight: 1 })
  const headers = { 'if-match': 'x', 'user-agent': 'curl', 'x-forwarded-for': '1' }
  expect(ask(method, path, body, headers).status).toBeLessThan(300)
  expect(emulator.requestLog().at(-1)?.leniencies).toEqual([])
})

test('a response names the first three leniencies and counts the others', () => {
  const { send: ask } = createBoxes()
  const { headers } = ask('PUT', '/v9/boxes/a', { Weight: 1, tags: null, a: 1, b: 2, c: 3 })
  expect(headers['X-Mock-Leniency']).toBe(
    'tags: null does not mean absent; Weight: this name has the wrong case; a: there is no field or parameter with this name; and 2 more',
  )
  expect(ask('PUT', '/v9/boxes/a', { weight: 1 }).headers).not.toHaveProperty('X-Mock-Leniency')
})

test('the request log has at most 50 leniencies of a request, and counts the others', () => {
  const { emulator, send: ask } = createBoxes()
  const fields = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`field${at}`, 1]))
  ask('PUT', '/v9/boxes/a', { weight: 1, ...fields })
  const entry = emulator.requestLog().at(-1)
  expect([entry?.leniencies.length, entry?.leniencyCount]).toEqual([50, 1000])
})

test('an invalid request is rejected for its error, not for a leniency', () => {
  const { send: ask } = createBoxes({ strict: true })
  expect(ask('PUT', '/v9/boxes/a', { weight: 101, hue: 1 }).body.message).toBe('weight: must be at most 100')
})

const examples = apiMocks.flatMap(({ api }) =>
  Object.values(api.operations).flatMap((operation) =>
    Object.entries(operation.body?.examples ?? {}).map(([name, { value }]): [string, readonly Leniency[]] => {
      const found: LeniencyList = { items: [], count: 0 }
      toLeniencyFinder(operation).inBody(structuredClone(value), found)
      return [`${api.id} ${operation.id} ${name}`, found.items]
    }),
  ),
)

test('the undocumented elements in the examples of the sources are listed', () => {
  const found = examples.filter(([, leniencies]) => leniencies.length > 0)
  expect(Object.fromEntries(found)).toMatchInlineSnapshot(`
    {
      "aliyun-fc-2016-08-15 CreateAlias alias": [
        {
          "field": "versionId",
          "in": "body",
          "kind": "undocumented",
        },
      ],
      "aliyun-fc-2016-08-15 CreateAlias oneVersion": [
        {
          "field": "versionId",
          "in": "body",
          "kind": "undocumented",
        },
      ],
      "aliyun-fc-2016-08-15 UpdateAlias update": [
        {
          "field": "versionId",
          "in": "body",
          "kind": "undocumented",
        },
      ],
      "huawei-functiongraph-v2 UpdateFunctionConfig gpu": [
        {
          "field": "gpu_memory",
          "in": "body",
          "kind": "undocumented",
        },
      ],
    }
  `)
  expect(examples.length).toBeGreaterThan(20)
})
