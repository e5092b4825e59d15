import { expect, test } from 'vitest'
import { createFc } from '../aliyun-fc/testing/fc.ts'

const least = { serviceName: 'demo', functionName: 'f', handler: 'h', runtime: 'nodejs20', code: { zipFile: '' } }

const services = { 'aliyun-fc-2016-08-15': { services: [{ serviceName: 'demo' }] } }

test('seeded functions exist from the start, in services of the other part of the seed', () => {
  const functions = [{ ...least, cpu: 1.5, instanceConcurrency: 5, instanceSoftConcurrency: 4 }]
  const { send2021 } = createFc({ seed: { ...services, 'aliyun-fc-2021-04-06': { functions } } })
  expect(send2021('PUT', '/demo/functions/f', {}).body).toMatchObject({ runtime: 'nodejs20', cpu: 1.5, timeout: 3 })
})

test.each<[string, unknown, string]>([
  ['an unknown field', { function: [] }, 'seed: must not have function'],
  ['an unknown setting', { functions: [{ ...least, memory: 1 }] }, 'functions[0]: must not have memory'],
  [
    'a missing service',
    { functions: [{ ...least, serviceName: 'none' }] },
    "function 'f': service 'none' does not exist",
  ],
  ['neither code nor container', { functions: [{ ...least, code: undefined }] }, "function 'f': code: "],
  [
    'soft concurrency above concurrency',
    { functions: [{ ...least, instanceConcurrency: 1, instanceSoftConcurrency: 2 }] },
    "function 'f': instanceSoftConcurrency: ",
  ],
])('a seed with %s is rejected with the name of the field', (_, part, message) => {
  const { emulator } = createFc({ seed: services })
  expect(() => emulator.seed({ 'aliyun-fc-2021-04-06': part })).toThrow(message)
})
