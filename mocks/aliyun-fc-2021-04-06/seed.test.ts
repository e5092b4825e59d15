import { expect, test } from 'vitest'
import { createFc } from '../aliyun-fc/testing/fc.ts'

const least = { serviceName: 'demo', functionName: 'f', handler: 'h', runtime: 'nodejs20', code: { zipFile: '' } }

const { serviceName: _, ...leastFunction } = least

const services = { 'aliyun-fc-2016-08-15': { services: [{ serviceName: 'demo' }] } }

test('seeded functions exist from the start, in services of the other part of the seed', () => {
  const functions = [{ ...least, cpu: 1.5, instanceConcurrency: 5, instanceSoftConcurrency: 4 }]
  const { send2021 } = createFc({ seed: { ...services, 'aliyun-fc-2021-04-06': { functions } } })
  expect(send2021('PUT', '/demo/functions/f', {}).body).toMatchObject({ runtime: 'nodejs20', cpu: 1.5, timeout: 3 })
})

test('a seed may contain services with functions, triggers, versions, aliases and invocation rules', () => {
  const service = {
    serviceName: 'demo',
    functions: [{ ...leastFunction, triggers: [{ triggerName: 't', triggerType: 'timer', triggerConfig: '{}' }] }],
    versions: [{ description: 'first' }, {}],
    aliases: [{ aliasName: 'prod', versionId: '1' }],
  }
  const invocations = [{ response: { kind: 'text' as const, text: 'seeded' } }]
  const seed = { 'aliyun-fc-2021-04-06': { services: [service], invocations } }
  const { send2021, invoke } = createFc({ seed })
  expect(send2021('GET', '/demo?qualifier=prod').body.description).toBe('first')
  expect(send2021('GET', '/demo/functions/f/triggers/t').status).toBe(200)
  expect(send2021('GET', '/demo/versions').body.versions).toHaveLength(2)
  expect(invoke('demo/f').text).toBe('seeded')
})

test.each<[string, unknown, string]>([
  ['an unknown field', { function: [] }, 'seed: must not have function'],
  [
    'a function for invocations',
    { invocations: [{ answer: () => 'local' }] },
    'invocations[0].answer: a function is possible only in the option behaviour',
  ],
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
  [
    'a trigger without a source',
    {
      services: [
        {
          serviceName: 's',
          functions: [{ ...leastFunction, triggers: [{ triggerName: 't', triggerType: 'oss', triggerConfig: '{}' }] }],
        },
      ],
    },
    "service 's': sourceArn",
  ],
  [
    'an alias of no version',
    { services: [{ serviceName: 's', aliases: [{ aliasName: 'a', versionId: '1' }] }] },
    "service 's': version '1' does not exist",
  ],
])('a seed with %s is rejected with the name of the field', (_, part, message) => {
  const { emulator } = createFc({ seed: services })
  expect(() => emulator.seed({ 'aliyun-fc-2021-04-06': part })).toThrow(message)
})
