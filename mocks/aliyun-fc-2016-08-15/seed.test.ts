import { expect, test } from 'vitest'
import { seededRandom } from '../../schemas/core/lib/random.ts'
import { createFc, leastFunction, refusal } from '../aliyun-fc/testing/fc.ts'
import { manualClock } from '../core/clock.ts'
import { createIds } from '../core/ids.ts'
import { type FcSeed, seedServices } from './seed.ts'

const demo = {
  serviceName: 'demo',
  description: 'from the seed',
  functions: [
    { ...leastFunction, triggers: [{ triggerName: 't', triggerType: 'timer', triggerConfig: {} }] },
    { ...leastFunction, functionName: 'g' },
  ],
  versions: [{ description: 'one' }, {}],
  aliases: [{ aliasName: 'prod', versionId: '1', additionalVersionWeight: { '2': 0.5 } }],
} as FcSeed['services'] extends (infer S)[] | undefined ? S : never

const withSeed = (seed: FcSeed) => createFc({ seed: { 'aliyun-fc-2016-08-15': seed } })

test('seeded resources exist from the start, with the same fields as created ones', () => {
  const { send } = withSeed({ services: [demo] })
  expect(send('GET', '/demo')).toMatchObject({ status: 200, body: { description: 'from the seed', role: '' } })
  expect(send('GET', '/demo/functions').body.functions).toMatchObject([
    { functionName: 'f', memorySize: 128, codeSize: 9 },
    { functionName: 'g' },
  ])
  expect(send('GET', '/demo/functions/f/triggers/t').status).toBe(200)
  expect(send('GET', '/demo/versions').body.versions).toMatchObject([
    { versionId: '2' },
    { versionId: '1', description: 'one' },
  ])
  expect(send('GET', '/demo.prod').body.description).toBe('one')
  expect(send('GET', '/demo.2/functions').body.functions).toHaveLength(2)
  expect(send('DELETE', '/demo/functions/f')).toMatchObject(refusal(409, 'FunctionNotEmpty'))
  expect(send('POST', '/demo/versions')).toMatchObject(refusal(409, 'VersionPublishError'))
})

test('the rules of a seed precede those of the behaviour option', () => {
  const { invoke } = createFc({
    behaviour: { invocations: [{ response: { kind: 'text', text: 'of the behaviour' } }] },
    seed: {
      'aliyun-fc-2016-08-15': {
        services: [demo],
        invocations: [{ function: 'f', response: { kind: 'text', text: 'of the seed' } }],
      },
    },
  })
  expect([invoke('demo/f').text, invoke('demo/g').text]).toEqual(['of the seed', 'of the behaviour'])
})

test('a seeded service replaces an existing one with the same name', () => {
  const { emulator, send } = withSeed({ services: [demo, { serviceName: 'other' }] })
  emulator.seed({ 'aliyun-fc-2016-08-15': { services: [{ serviceName: 'demo', description: 'second' }] } })
  expect(send('GET', '/demo').body.description).toBe('second')
  expect(send('GET', '/demo/functions').body.functions).toEqual([])
  expect(send('GET', '/other').status).toBe(200)
})

test.each<[string, unknown, string]>([
  ['no object', [], 'seed: must be an object'],
  ['an unknown field', { service: [] }, 'seed: must not have service'],
  [
    'a function for invocations',
    { invocations: [{ answer: () => 'local' }] },
    'invocations[0].answer: a function is possible only in the option behaviour',
  ],
  ['an unknown setting', { services: [{ serviceName: 'a', rôle: 'r' }] }, 'services[0]: must not have rôle'],
  ['a function without a handler', { services: [{ serviceName: 'a', functions: [{}] }] }, 'services[0].functions[0]'],
  ['an unknown response', { invocations: [{ response: { kind: 'sing' } }] }, 'invocations[0].response.kind'],
  [
    'a repeated name',
    { services: [{ serviceName: 'a', functions: [leastFunction, leastFunction] }] },
    "service 'a': function 'f' already exists in service 'a'",
  ],
  [
    'an alias without its version',
    { services: [{ serviceName: 'a', aliases: [{ aliasName: 'b', versionId: '1' }] }] },
    "service 'a': version '1' does not exist in service 'a'",
  ],
])('a seed with %s is rejected with the name of the field', (_, part, message) => {
  const { emulator } = createFc()
  expect(() => emulator.seed({ 'aliyun-fc-2016-08-15': part })).toThrow(message)
})

test('an invalid seed does not change the root', () => {
  const root = { services: new Map(), invocationRules: [] } as never
  const context = { clock: manualClock(0), ids: createIds(seededRandom(1)) }
  expect(() => seedServices(root, { services: [{ serviceName: '' }] }, context)).toThrow()
  expect(root).toEqual({ services: new Map(), invocationRules: [] })
})
