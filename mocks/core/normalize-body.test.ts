import { expect, test } from 'vitest'
import { z } from 'zod'
import { toJsonSchema } from '../../schemas/core/json-schema.ts'
import { toStructure } from './body-structure.ts'
import type { LeniencyList } from './leniency-list.ts'
import { normalizeBody } from './normalize-body.ts'

const model = z.object({
  name: z.string(),
  versionId: z.string().optional(),
  versionID: z.string().optional(),
  network: z.object({ id: z.string(), switches: z.array(z.string()).optional() }).optional(),
  owner: z.object({ id: z.string() }),
  log: z.object({ store: z.string().optional() }).optional(),
  mounts: z.array(z.object({ dir: z.string() })).optional(),
  labels: z.record(z.string(), z.string()).optional(),
  parts: z.record(z.string(), z.object({ size: z.int().optional() })).optional(),
  open: z.record(z.string(), z.unknown()).optional(),
  clearable: z.string().nullable().optional(),
  either: z.union([z.string(), z.object({ id: z.string() })]).optional(),
})
const structure = toStructure(toJsonSchema(model))

function normalize(body: unknown) {
  const found: LeniencyList = { items: [], count: 0 }
  normalizeBody(structure, body, found)
  return { body, found: found.items.map(({ field, kind }) => `${field} ${kind}`) }
}

test.each([
  ['a name at the first level', { NAME: 'x' }, { name: 'x' }, ['NAME case']],
  ['a name in an object', { network: { ID: 'x' } }, { network: { id: 'x' } }, ['network.ID case']],
  [
    'an object and a name in it',
    { NetWork: { Id: 'x' } },
    { network: { id: 'x' } },
    ['NetWork case', 'network.Id case'],
  ],
  ['a name in a list', { mounts: [{ Dir: '/' }] }, { mounts: [{ dir: '/' }] }, ['mounts[0].Dir case']],
  ['a name in a value of a map', { parts: { A: { Size: 1 } } }, { parts: { A: { size: 1 } } }, ['parts.A.Size case']],
  ['a name in a union', { either: { ID: 'x' } }, { either: { id: 'x' } }, ['either.ID case']],
  ['two fields that differ in case', { VERSIONID: '1' }, { versionId: '1' }, ['VERSIONID case']],
])('%s is found in spite of its case', (_, sent, body, found) => {
  expect(normalize(sent)).toEqual({ body, found })
})

test('exact names, names of maps and names in objects without a schema stay', () => {
  const body = { name: 'x', versionID: '1', labels: { NAME: 'x', name: 'y' }, open: { Id: 1, id: 2 } }
  expect(normalize(structuredClone(body))).toEqual({ body, found: [] })
})

test('the exact name takes precedence over its variants, in any order', () => {
  expect(normalize({ NAME: 'a', name: 'b', Name: 'c' })).toEqual({
    body: { name: 'b' },
    found: ['NAME case', 'Name case'],
  })
  expect(normalize({ name: null, Name: 'c' })).toEqual({ body: { name: 'c' }, found: ['name null', 'Name case'] })
})

test('the last of two variants applies', () => {
  expect(normalize({ NAME: 'a', Name: 'b' }).body).toEqual({ name: 'b' })
  expect(normalize({ Name: 'b', NAME: 'a' }).body).toEqual({ name: 'a' })
})

test('null means absent at every level', () => {
  const sent = { name: null, network: { id: 'x', switches: null }, labels: { a: null }, open: { a: { b: null } } }
  expect(normalize(sent)).toEqual({
    body: { network: { id: 'x' }, labels: {}, open: { a: {} } },
    found: ['name null', 'network.switches null', 'labels.a null', 'open.a.b null'],
  })
})

test('null stays where it is a value, and in lists', () => {
  expect(normalize({ Clearable: null })).toEqual({ body: { clearable: null }, found: ['Clearable case'] })
  expect(normalize({ open: { a: [null] } })).toEqual({ body: { open: { a: [null] } }, found: [] })
})

test('an optional object without its required fields is absent', () => {
  expect(normalize({ network: { id: null, Switches: null } })).toEqual({
    body: {},
    found: ['network.id null', 'network.Switches null', 'network empty'],
  })
  expect(normalize({ network: {} })).toEqual({ body: {}, found: ['network empty'] })
})

test.each([{ log: {} }, { owner: {} }, { mounts: [{}] }, { network: { switches: [] } }, { labels: {} }])(
  '%j stays as it is',
  (body) => {
    expect(normalize(structuredClone(body))).toEqual({ body, found: [] })
  },
)

test('a hundred thousand variants of a name take a short time', () => {
  const name = 'a_name_with_many_letters'
  const long = toStructure(toJsonSchema(z.object({ [name]: z.int() })))
  const variants = Array.from({ length: 100_000 }, (_, at) =>
    [...name].map((letter, bit) => (((at + 1) >> bit) & 1 ? letter.toUpperCase() : letter)).join(''),
  )
  const sent = Object.fromEntries(variants.map((variant, at) => [variant, at]))
  const start = performance.now()
  normalizeBody(long, sent, { items: [], count: 0 })
  expect(Object.keys(sent)).toEqual([name])
  expect(performance.now() - start).toBeLessThan(3000)
})
