import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FunctionResponse } from '../../schemas/aliyun-fc-2016-08-15/models/function.ts'
import { FunctionModel } from '../../schemas/aliyun-fc-2021-04-06/models/function.ts'
import { Runtime } from '../../schemas/aliyun-fc-2021-04-06/models/runtimes.ts'
import { createDemo, leastFunction } from '../aliyun-fc/testing/fc.ts'

const root = '/demo/functions'

test('FC 2016 returns a function of FC 2021 with its own fields, and keeps the others', () => {
  const { send, send2021 } = createDemo()
  const created = send2021('POST', root, {
    ...leastFunction,
    functionName: 'new',
    description: 'd',
    cpu: 1.5,
    diskSize: 512,
    instanceConcurrency: 10,
    instanceSoftConcurrency: 5,
    layers: ['acs:fc:cn-hangzhou:official:layers/Python310/versions/2'],
  }).body
  const { cpu, diskSize, layersArnV2, ...shared } = created
  expect(send('GET', `${root}/new`).body).toEqual({ ...shared, initializer: null })
  expect(send('PUT', `${root}/new`, { timeout: 9 }).body).toMatchObject({ timeout: 9, memorySize: 128 })
  expect(send2021('PUT', `${root}/new`, {}).body).toEqual({ ...created, timeout: 9 })
})

test('FC 2016 omits a runtime that it does not document, and keeps it', () => {
  const { send, send2021 } = createDemo()
  send2021('POST', root, { ...leastFunction, functionName: 'new', runtime: 'nodejs20' })
  expect(send('GET', `${root}/new`).body).not.toHaveProperty('runtime')
  expect(send('GET', root).body.functions).toHaveLength(2)
  expect(send2021('PUT', `${root}/new`, {}).body.runtime).toBe('nodejs20')
  expect(send('PUT', `${root}/new`, { runtime: 'nodejs8' }).body.runtime).toBe('nodejs8')
})

test('FC 2021 omits a value that it does not accept, and keeps it', () => {
  const { send, send2021 } = createDemo()
  const own = { instanceType: 'of another time', initializationTimeout: 0, customContainerConfig: { image: 5 } }
  send('PUT', `${root}/f`, own)
  const { body } = send2021('PUT', `${root}/f`, { timeout: 9 })
  for (const field of Object.keys(own)) expect(body).not.toHaveProperty(field)
  expect(send('GET', `${root}/f`).body).toMatchObject({ ...own, timeout: 9 })
})

test('both API versions share names, versions and namespaces', () => {
  const { send, send2021 } = createDemo()
  expect(send2021('POST', root, leastFunction).body.Code).toBe('FunctionAlreadyExists')
  send2021('POST', root, { ...leastFunction, functionName: 'new' })
  expect(send('POST', root, { ...leastFunction, functionName: 'new' }).body.ErrorCode).toBe('FunctionAlreadyExists')
  const one = { 'x-mock-namespace': 'one' }
  expect(send2021('PUT', `${root}/f`, {}, one).body.Code).toBe('ServiceNotFound')
})

const text = fc.string({ maxLength: 5 })
const map = fc.dictionary(text, text, { maxKeys: 3 })
const optional: { requiredKeys: [] } = { requiredKeys: [] }

/** Requests of each version, as wild as its models let them be. */
const of2016 = fc.record(
  {
    runtime: fc.constantFrom('nodejs6', 'nodejs4.4', 'python3', 'php7.2', 'custom', 'custom-container', 'java8'),
    memorySize: fc.integer({ min: 2, max: 48 }).map((steps) => steps * 64),
    timeout: fc.integer({ min: 1, max: 300 }),
    initializationTimeout: fc.integer(),
    instanceConcurrency: fc.integer(),
    instanceType: text,
    caPort: fc.integer(),
    customContainerConfig: fc.dictionary(fc.constantFrom('image', 'command', 'x'), fc.jsonValue(), { maxKeys: 2 }),
    environmentVariables: map,
    layers: fc.array(text, { maxLength: 3 }),
  },
  optional,
)
const of2021 = fc.record(
  {
    runtime: fc.constantFrom(...Runtime.options),
    memorySize: fc.integer().map((steps) => steps * 64),
    timeout: fc.integer({ min: 1 }),
    initializationTimeout: fc.integer({ min: 1, max: 300 }),
    instanceConcurrency: fc.integer(),
    instanceSoftConcurrency: fc.integer(),
    instanceType: fc.constantFrom('e1', 'c1', 'fc.gpu.tesla.1', 'g1'),
    customContainerConfig: fc.record({ image: text, webServerMode: fc.boolean() }, optional),
    environmentVariables: map,
    layers: fc.array(text, { maxLength: 3 }),
    cpu: fc.integer({ min: 1, max: 100 }).map((steps) => steps / 20),
    diskSize: fc.constantFrom(512, 10240),
    customDNS: fc.record({ searches: fc.array(text) }, optional),
  },
  optional,
)
const step = fc.oneof(fc.tuple(fc.constant('2016'), of2016), fc.tuple(fc.constant('2021'), of2021))

test('both API versions can read every function, each with its own fields', () => {
  fc.assert(
    fc.property(of2021, fc.array(step, { maxLength: 4 }), (first, steps) => {
      const { send, send2021 } = createDemo() // which throws where a response breaks its own schema
      const { status } = send2021('POST', root, { ...leastFunction, functionName: 'new', ...first })
      fc.pre(status === 200) // soft concurrency above the hard is refused
      for (const [version, change] of steps) {
        const update = version === '2016' ? send : send2021
        expect([200, 400]).toContain(update('PUT', `${root}/new`, change).status)
      }
      const [read2016, read2021] = [send('GET', `${root}/new`), send2021('PUT', `${root}/new`, {})]
      expect([read2016.status, read2021.status]).toEqual([200, 200])
      expect(Object.keys(FunctionResponse.shape)).toEqual(expect.arrayContaining(Object.keys(read2016.body)))
      expect(Object.keys(FunctionModel.shape)).toEqual(expect.arrayContaining(Object.keys(read2021.body)))
    }),
    { numRuns: 150, seed: 20210406 },
  )
})
