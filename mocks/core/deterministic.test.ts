import { expect, test } from 'vitest'
import { apiMocks } from '../apis.ts'
import { deterministicSources, deterministicStart } from './deterministic.ts'
import { allParts } from './parts.ts'
import { createEmulator, type EmulatorOptions } from './emulator.ts'
import { createIds } from './ids.ts'
import { createBoxes } from './testing/boxes.ts'
import { testClient } from './testing/client.ts'

/** Sources that never repeat, as those of a adapter: a run must not depend on them. */
function create(options: Partial<EmulatorOptions>) {
  const random = () => Math.floor(Math.random() * 2 ** 32)
  return createEmulator(
    { mocks: apiMocks, clock: { now: Date.now }, ids: createIds(random), random, ...options },
    allParts,
  )
}

const least = { functionName: 'f', handler: 'h.h', runtime: 'nodejs8', code: { zipFile: btoa('1') } }
const urn = 'urn:fss:r:p:function:default:fgsTest'

/** Every API, errors, times and what is random: all that a response can carry. */
function run(options: Partial<EmulatorOptions>, headers: Record<string, string> = {}) {
  const emulator = create(options)
  const send = testClient(emulator)
  emulator.faults.add({ operation: 'GetService', probability: 0.5, status: 503 })
  const responses = [
    send('POST', '/2016-08-15/services', { serviceName: 's' }, headers),
    send('POST', '/2016-08-15/services/s/functions', least, headers),
    send('PUT', '/2021-04-06/services/s/functions/f', { timeout: 5 }, headers),
    send(
      'PUT',
      `/v2/p/fgs/functions/${urn}/config`,
      { timeout: 5, runtime: 'Node.js18.15', handler: 'h', memory_size: 128 },
      headers,
    ),
    send('GET', '/2016-08-15/services/s/functions/f/code', undefined, headers),
    send('POST', '/2016-08-15/services/s/versions', {}, headers),
    ...Array.from({ length: 8 }, () => send('GET', '/2016-08-15/services/s', undefined, headers)),
    send('GET', '/2016-08-15/services/none', undefined, headers),
    send('GET', '/nowhere', undefined, headers),
  ]
  return { responses, requestLog: emulator.requestLog(), state: emulator.exportState(), emulator, send }
}

test('two runs with the same seed return the same bytes, and another seed gives others', () => {
  const [first, second] = [run({ deterministic: 7 }), run({ deterministic: 7 })]
  expect(second.responses).toEqual(first.responses)
  expect([second.requestLog, second.state]).toEqual([first.requestLog, first.state])
  expect(first.responses.slice(0, 6).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
  expect(new Set(first.responses.map(({ status }) => status)), 'chance is in it').toContain(503)
  expect(run({ deterministic: 'seven' }).responses).not.toEqual(first.responses)
  expect(run({}).responses).not.toEqual(run({}).responses)
})

test('a namespace repeats, independently of other namespaces', () => {
  const headers = { 'x-mock-namespace': 'one' }
  const alone = run({ deterministic: 7 }, headers)
  const { emulator, send } = run({ deterministic: 7 })
  emulator.resetAll()
  send('GET', '/2016-08-15/services')
  const body = alone.responses[0]?.body
  expect(send('POST', '/2016-08-15/services', { serviceName: 's' }, headers).body).toEqual(body)
  expect(send('POST', '/2016-08-15/services', { serviceName: 's' }).body).not.toEqual(body)
})

test('resetting a namespace restarts its ids and its clock', () => {
  const { responses, emulator, send } = run({ deterministic: 7 })
  emulator.reset()
  expect(send('POST', '/2016-08-15/services', { serviceName: 's' })).toEqual(responses[0])
})

test('the clock starts at its date and moves by a second with every request', () => {
  const { emulator, send } = createBoxes({ deterministic: 1 })
  expect(deterministicStart).toBe(Date.parse('2026-01-01T00:00:00Z'))
  send('GET', '/v9/boxes/a')
  send('GET', '/v9/boxes/a')
  expect(emulator.requestLog().map(({ time }) => time)).toEqual([
    '2026-01-01T00:00:00.000Z',
    '2026-01-01T00:00:01.000Z',
  ])
})

test('a loaded state continues its clock, and earlier ids are not reused', () => {
  const first = run({ deterministic: 7 })
  const second = create({ deterministic: 7 })
  second.importState(first.state)
  const { body, headers } = testClient(second)('POST', '/2016-08-15/services', { serviceName: 't' })
  const old = JSON.stringify(first.responses)
  expect(old).not.toContain(body.serviceId)
  expect(old).not.toContain(headers['X-Fc-Request-Id'])
  expect(body.createdTime > first.responses[0]?.body.createdTime).toBe(true)
})

test('ids and fault probabilities are independent, so an injected fault does not change ids', () => {
  const [plain, drawn] = [deterministicSources(1, 'n'), deterministicSources(1, 'n')]
  drawn.random()
  expect(drawn.ids.uuid()).toBe(plain.ids.uuid())
})

test('seeded resources repeat', () => {
  const seed = { 'aliyun-fc-2016-08-15': { services: [{ serviceName: 's' }] } }
  const read = () => testClient(create({ deterministic: 7, seed }))('GET', '/2016-08-15/services/s').body
  expect(read()).toEqual(read())
  expect(read().serviceName).toBe('s')
})
