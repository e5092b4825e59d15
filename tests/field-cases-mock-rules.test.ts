/** Values that real servers reject. Each test names the row of its case. */
import { describe, expect, test } from 'vitest'
import { leastFunction } from '../mocks/aliyun-fc/testing/fc.ts'
import { aliyunFc20160815 } from '../schemas/aliyun-fc-2016-08-15/api.ts'
import { Alias } from '../schemas/aliyun-fc-2016-08-15/models/alias.ts'
import { FunctionModel } from '../schemas/aliyun-fc-2016-08-15/models/function.ts'
import { Service } from '../schemas/aliyun-fc-2016-08-15/models/service.ts'
import { Trigger } from '../schemas/aliyun-fc-2016-08-15/models/trigger.ts'
import { toConstraints } from '../schemas/core/constraints.ts'
import { toJsonSchema } from '../schemas/core/json-schema.ts'
import { createDemo } from './testing/field-case-client.ts'

describe('A17: values that newer pages of the vendor forbid', () => {
  const timer = (cronExpression: string) => ({
    triggerName: 't',
    triggerType: 'timer',
    triggerConfig: { cronExpression, enable: true },
  })
  const functionPath = '/services/demo/functions/f'
  const environment = (environmentVariables: object) => ['PUT', functionPath, { environmentVariables }] as const
  const create = (serviceName: string) => ['POST', '/services', { serviceName }] as const
  const schedule = (cron: string) => ['POST', `${functionPath}/triggers`, timer(cron)] as const

  test.each([
    [create('1abc'), 'serviceName'],
    [create('a b'), 'serviceName'],
    [create('中文'), 'serviceName'],
    [create('a'.repeat(129)), 'serviceName'],
    [create('-a'), 'serviceName'],
    [['POST', '/services/demo/functions', { ...leastFunction, functionName: 'a b' }] as const, 'functionName'],
    [environment({ FC_A: '1' }), 'environmentVariables.FC_A'],
    [environment({ A: '' }), 'environmentVariables.A'],
    [environment({ A: 'ü' }), 'environmentVariables.A'],
    [environment({ '1A': 'x' }), 'environmentVariables.1A'],
    [environment({ A: 'x'.repeat(5000) }), 'environmentVariables'],
    [schedule('every minute'), 'triggerConfig.cronExpression'],
    [schedule('* * * * *'), 'triggerConfig.cronExpression'],
    [schedule('0 60 * * * *'), 'triggerConfig.cronExpression'],
    [schedule('@every'), 'triggerConfig.cronExpression'],
    [schedule('@every 5'), 'triggerConfig.cronExpression'],
  ])('%j is recorded, and rejected by a strict mock', async ([method, path, body], field) => {
    const { send, lastEntry } = await createDemo()
    expect((await send(method, path, body)).status).toBe(200)
    expect(lastEntry()?.leniencies).toContainEqual({ in: 'body', field, kind: 'rule', rule: expect.any(String) })
    const strict = await createDemo({ strict: true })
    const rejected = await strict.send(method, path, body)
    expect([rejected.status, (await rejected.json()).errorMessage]).toEqual([
      400,
      expect.stringContaining(`${field}: `),
    ])
  })

  test('environment variables of FC 2021 are recorded, and rejected by a strict mock', async () => {
    const { send2021, lastEntry } = await createDemo()
    const change = { environmentVariables: { FC_A: '1', GOOD: 'x' } }
    const [, path] = environment({})
    expect((await send2021('PUT', path, change)).status).toBe(200)
    expect(lastEntry()?.leniencies).toEqual([
      { in: 'body', field: 'environmentVariables.FC_A', kind: 'rule', rule: expect.any(String) },
    ])
    const strict = await createDemo({ strict: true })
    expect((await strict.send2021('PUT', path, change)).status).toBe(400)
    expect((await strict.send2021('PUT', path, { environmentVariables: { GOOD: 'x' } })).status).toBe(200)
  })

  test.each([
    create('abc'),
    create('_a-1'),
    create('a'.repeat(128)),
    schedule('@every 5m'),
    schedule('@every 1.5h'),
    schedule('@every 2h30m'),
    schedule('0 0 4 * * *'),
    schedule('0 2 * * * *'),
    schedule('0 0/5 9-17 ? JAN-MAR,6 MON-FRI'),
    schedule('CRON_TZ=Asia/Shanghai 0 0 8 * * *'),
  ])('%j is accepted by a strict mock', async (method, path, body) => {
    const { send } = await createDemo({ strict: true })
    expect((await send(method, path, body)).status).toBe(200)
  })
})

describe('A20: the document states what the mock rejects', () => {
  const accepts = (model: { safeParse: (value: unknown) => { success: boolean } }, value: object) =>
    model.safeParse(value).success
  const service = (serviceName: string) => ({ serviceName })
  const alias = (aliasName: string) => ({ aliasName, versionId: '1' })

  test.each([
    ['/services', Service, service(''), 'serviceName: must not be empty'],
    [
      '/services/demo/functions',
      FunctionModel,
      { ...leastFunction, functionName: '' },
      'functionName: must not be empty',
    ],
    [
      '/services/demo/functions/f/triggers',
      Trigger,
      { triggerName: '', triggerType: 'timer', triggerConfig: {} },
      'triggerName: must not be empty',
    ],
    ...['', '7', '0042', 'LATEST'].map(
      (name) =>
        ['/services/demo/aliases', Alias, alias(name), 'aliasName: must not be empty, a number or LATEST'] as const,
    ),
  ] as const)('%s %o', async (path, model, body, message) => {
    const { send } = await createDemo()
    await send('POST', '/services/demo/versions')
    const rejected = await send('POST', path, body)
    expect([rejected.status, (await rejected.json()).errorMessage]).toEqual([400, message])
    expect(accepts(model, body)).toBe(false)
  })

  test.each(['a', 'L', 'LA', 'LATES', 'LATEST1', 'LATESTx', 'LATEX', 'latest', '7a', '1-2', 'Live', '7L', 'x7'])(
    'the alias %s is accepted by both',
    async (name) => {
      const { send } = await createDemo()
      await send('POST', '/services/demo/versions')
      expect(accepts(Alias, alias(name))).toBe(true)
      expect((await send('POST', '/services/demo/aliases', alias(name))).status).toBe(200)
    },
  )

  test('the rules are marked, because the source does not state them', () => {
    expect(toJsonSchema(Service).properties?.serviceName).toMatchObject({
      minLength: 1,
      'x-keyword-provenance': { minLength: 'inferred' },
    })
    const { createService, createAlias } = aliyunFc20160815.operations
    const rules = [createService, createAlias]
      .flatMap((operation) => toConstraints(aliyunFc20160815, operation))
      .filter(({ id }) => /serviceName minLength|aliasName pattern/.test(id))
    expect(rules.map(({ provenance }) => provenance)).toEqual(['inferred', 'inferred'])
  })
})
