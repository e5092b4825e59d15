import { expect, test } from 'vitest'
import { seededRandom } from '../../schemas/core/lib/random.ts'
import { manualClock } from './clock.ts'
import { createIds } from './ids.ts'
import { createNamespaces } from './namespaces.ts'
import type { StateModel } from './store.ts'
import { createBoxes } from './testing/boxes.ts'

const model: StateModel = { id: 'm', create: () => 'base' }

function create() {
  const random = seededRandom(1)
  const sources = { clock: manualClock(0), authNow: () => 0, ids: createIds(random), random }
  return createNamespaces({ ...sources, deterministic: undefined, toBase: () => 'base' })
}

test('a namespace without stored state is removed after a thousand others', () => {
  const namespaces = create()
  const first = namespaces.open('first')
  expect(namespaces.open('first')).toBe(first)
  for (let at = 0; at < 1000; at += 1) namespaces.open(`n${at}`)
  expect(namespaces.open('first')).not.toBe(first)
})

test('a namespace with stored state is kept', () => {
  const namespaces = create()
  namespaces.write(namespaces.open('first'), model, undefined, 'root')
  for (let at = 0; at < 2000; at += 1) namespaces.open(`n${at}`)
  expect(namespaces.read(namespaces.open('first'), model, undefined)).toBe('root')
  expect(namespaces.all().map(({ name }) => name)).toEqual(['first'])
})

test('the revision increases with every change of state, and only then', () => {
  const namespaces = create()
  const namespace = namespaces.open('n')
  const seen = [namespaces.revision()]
  const note = () => seen.push(namespaces.revision())
  namespaces.read(namespace, model, 'a')
  namespaces.open('other')
  note()
  namespaces.write(namespace, model, undefined, 'root')
  note()
  namespaces.read(namespace, model, undefined)
  note()
  namespaces.read(namespace, model, 'a') // which takes over what was stored
  note()
  namespaces.replace(namespace, new Map())
  note()
  namespaces.drop('n')
  note()
  const [start = 0] = seen
  expect(seen.map((revision) => revision - start)).toEqual([0, 0, 1, 1, 2, 3, 4])
})

test('namespaces are isolated, and each can be reset alone', () => {
  const { send } = createBoxes()
  const one = { 'x-mock-namespace': 'one' }
  send('PUT', '/v9/boxes/a', { weight: 1 }, one)
  send('PUT', '/v9/boxes/a', { weight: 2 })
  expect(send('GET', '/v9/boxes/a', undefined, one).body.weight).toBe(1)
  expect(send('POST', '/_mock/reset', undefined, one).body).toEqual({ status: 'reset', namespace: 'one' })
  expect(send('GET', '/v9/boxes/a', undefined, one).status).toBe(404)
  expect(send('GET', '/v9/boxes/a').body.weight).toBe(2)
})

test.each(['two words', 'ä', 'x'.repeat(101), 'a,b'])('%j is not a valid namespace', (name) => {
  const { emulator, send } = createBoxes()
  const result = send('PUT', '/v9/boxes/a', { weight: 1 }, { 'x-mock-namespace': name })
  expect(result).toMatchObject({ status: 400, body: { error: expect.stringContaining('a namespace has 1 to 100') } })
  expect(() => emulator.reset({ namespace: name })).toThrow('namespace: a namespace has 1 to 100')
})

test('an empty header means the default namespace', () => {
  const { send } = createBoxes()
  send('PUT', '/v9/boxes/a', { weight: 1 }, { 'x-mock-namespace': '' })
  expect(send('GET', '/v9/boxes/a', undefined, { 'x-mock-namespace': 'default' }).status).toBe(200)
})
