import { expect, test } from 'vitest'
import { createFc } from '../aliyun-fc/testing/fc.ts'

const least = { serviceName: 'demo', functionName: 'f', handler: 'h', runtime: 'nodejs20', code: { zipFile: '' } }

const services = { 'aliyun-fc-2016-08-15': { services: [{ serviceName: 'demo' }] } }

test('functions of a seed are there from the start, in services that its other part names', () => {
  const functions = [{ ...least, cpu: 1.5, instanceConcurrency: 5, instanceSoftConcurrency: 4 }]
  const { send2021 } = createFc({ seed: { ...services, 'aliyun-fc-2021-04-06': { functions } } })
  expect(send2021('PUT', '/demo/functions/f', {}).body).toMatchObject({ runtime: 'nodejs20', cpu: 1.5, timeout: 3 })
})

test.each<[string, unknown, string]>([
  ['a field that is misspelled', { function: [] }, 'seed: must not have function'],
  ['a setting that is misspelled', { functions: [{ ...least, memory: 1 }] }, 'functions[0]: must not have memory'],
  ['no service', { functions: [{ ...least, serviceName: 'none' }] }, "function 'f': service 'none' does not exist"],
  ['neither code nor container', { functions: [{ ...least, code: undefined }] }, "function 'f': code: "],
  [
    'soft concurrency above the hard',
    { functions: [{ ...least, instanceConcurrency: 1, instanceSoftConcurrency: 2 }] },
    "function 'f': instanceSoftConcurrency: ",
  ],
])('a seed with %s is refused by name', (_, part, message) => {
  const { emulator } = createFc({ seed: services })
  expect(() => emulator.seed({ 'aliyun-fc-2021-04-06': part })).toThrow(message)
})
