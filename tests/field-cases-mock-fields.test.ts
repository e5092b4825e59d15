/** Fields that real clients send or read. Each test names the row of its case. */
import { describe, expect, test } from 'vitest'
import { leastFunction } from '../mocks/aliyun-fc/testing/fc.ts'
import { createClient, createDemo } from './testing/field-case-client.ts'

const read = async (response: Promise<Response>) => (await response).json()

test('A03: a service always has a description, a role and a whole logConfig', async () => {
  const { send } = createClient()
  const plain = { description: '', role: '', logConfig: { project: '', logstore: '' }, internetAccess: true }
  expect(await read(send('POST', '/services', { serviceName: 'x' }))).toMatchObject(plain)
  expect(await read(send('GET', '/services/x'))).toMatchObject(plain)
  expect((await read(send('GET', '/services'))).services[0]).toMatchObject(plain)
  expect((await read(send('GET', '/services/x'))).logConfig).toEqual(plain.logConfig)
})

test.each([
  [{ enableRequestMetrics: true }, { enableRequestMetrics: true, enableInstanceMetrics: false }],
  [{ enableInstanceMetrics: true }, { enableRequestMetrics: false, enableInstanceMetrics: true }],
  [
    { enableRequestMetrics: false, enableInstanceMetrics: null },
    { enableRequestMetrics: false, enableInstanceMetrics: false },
  ],
])('A03: a logConfig with %j has both metrics settings', async (sent, metrics) => {
  const { send } = createClient()
  const logConfig = { project: 'p', logstore: 'l', ...sent }
  const created = await read(send('POST', '/services', { serviceName: 'x', logConfig }))
  expect(created.logConfig).toEqual({ project: 'p', logstore: 'l', ...metrics })
})

test.each([{}, { type: null, params: null }])(
  'A03: tracing that is off is shown as nulls: %j',
  async (tracingConfig) => {
    const { send } = createClient()
    const on = { type: 'Jaeger', params: { endpoint: 'http://127.0.0.1:1' } }
    const created = await read(send('POST', '/services', { serviceName: 'x', tracingConfig: on }))
    expect(created.tracingConfig).toEqual(on)
    const updated = await read(send('PUT', '/services/x', { tracingConfig }))
    expect(updated.tracingConfig).toEqual({ type: null, params: null })
  },
)

test('A03: functions, versions, aliases and triggers always have a description', async () => {
  const { send, send2021 } = await createDemo()
  const trigger = { triggerName: 't', triggerType: 'timer', triggerConfig: {} }
  await send('POST', '/services/demo/functions/f/triggers', trigger)
  await send('POST', '/services/demo/versions')
  await send('POST', '/services/demo/aliases', { aliasName: 'a', versionId: '1' })
  for (const path of ['functions/f', 'functions/f/triggers/t', 'aliases/a']) {
    expect(await read(send('GET', `/services/demo/${path}`)), path).toHaveProperty('description', '')
  }
  expect((await read(send('GET', '/services/demo/versions'))).versions[0].description).toBe('')
  expect((await read(send2021('PUT', '/services/demo/functions/f', {}))).description).toBe('')
})

test('A03: a function without an initializer has the initializer null', async () => {
  const { send } = await createDemo()
  expect(await read(send('GET', '/services/demo/functions/f'))).toHaveProperty('initializer', null)
  const body = { ...leastFunction, functionName: 'g', initializer: 'index.init' }
  expect((await read(send('POST', '/services/demo/functions', body))).initializer).toBe('index.init')
})

test('A04: the role of a vpcConfig is stored and returned', async () => {
  const { send } = createClient()
  const vpcConfig = { vpcId: 'v', vSwitchIds: ['a'], securityGroupId: 's', role: 'acs:ram::1:role/network' }
  expect((await read(send('POST', '/services', { serviceName: 'x', vpcConfig }))).vpcConfig).toEqual(vpcConfig)
  const changed = { ...vpcConfig, role: '' }
  expect((await read(send('PUT', '/services/x', { vpcConfig: changed }))).vpcConfig).toEqual(changed)
  expect((await read(send('GET', '/services'))).services[0].vpcConfig).toEqual(changed)
})

test('A04: a strict mock rejects the role of a vpcConfig, because it is not documented', async () => {
  const { send } = createClient({ strict: true })
  const vpcConfig = { vpcId: 'v', vSwitchIds: ['a'], securityGroupId: 's', role: '' }
  const created = await send('POST', '/services', { serviceName: 'x', vpcConfig })
  expect([created.status, (await created.json()).errorMessage]).toEqual([
    400,
    expect.stringMatching(/^vpcConfig.role: /),
  ])
})

describe('A10: settings of later versions through FC 2016', () => {
  const container = { image: 'registry.example/demo:1', accelerationType: 'Default' }

  test('an accelerated image has a status', async () => {
    const { send } = await createDemo()
    const change = { runtime: 'custom-container', customContainerConfig: container }
    const updated = await read(send('PUT', '/services/demo/functions/f', change))
    expect(updated.customContainerConfig).toEqual({ ...container, accelerationInfo: { status: 'Ready' } })
    const plain = { customContainerConfig: { ...container, accelerationType: 'None' } }
    expect(await read(send('PUT', '/services/demo/functions/f', plain))).toMatchObject(plain)
  })

  test.each(['nodejs12', 'nodejs14', 'python3.9', 'java11', 'go1'])('the runtime %s', async (runtime) => {
    const { send } = await createDemo()
    const body = { ...leastFunction, functionName: 'g', runtime }
    expect(await read(send('POST', '/services/demo/functions', body))).toMatchObject({ runtime })
    expect(await read(send('PUT', '/services/demo/functions/f', { runtime }))).toMatchObject({ runtime })
    expect(await read(send('GET', '/services/demo/functions/f'))).toMatchObject({ runtime })
    const strict = await createDemo({ strict: true })
    expect((await strict.send('POST', '/services/demo/functions', body)).status).toBe(400)
  })

  const settings = {
    customDNS: { nameServers: ['8.8.8.8'], searches: ['a.example'], dnsOptions: [{ name: 'ndots', value: '2' }] },
    customRuntimeConfig: { command: ['/code/bootcmd'], args: ['1', '2'] },
    instanceLifecycleConfig: { preFreeze: { handler: 'index.freeze', timeout: 3 } },
    instanceSoftConcurrency: 2,
    gpuMemorySize: 2048,
  }

  test.each(Object.entries(settings))('%s is stored and returned', async (name, value) => {
    const { send, lastEntry } = await createDemo()
    const path = '/services/demo/functions'
    const body = { ...leastFunction, functionName: 'g', [name]: value }
    expect(await read(send('POST', path, body))).toHaveProperty(name, value)
    expect(lastEntry()?.leniencies).not.toEqual([])
    expect(await read(send('PUT', `${path}/f`, { [name]: value }))).toHaveProperty(name, value)
    expect(await read(send('PUT', `${path}/f`, { timeout: 9 }))).toHaveProperty(name, value)
    expect((await read(send('GET', path))).functions[0]).toHaveProperty(name, value)
    const strict = await createDemo({ strict: true })
    expect((await strict.send('PUT', `${path}/f`, { [name]: value })).status).toBe(400)
  })

  test.each([{}, { code: {} }, { code: null }])('a custom container needs no code: %j', async (code) => {
    const { send, lastEntry } = await createDemo()
    const body = { functionName: 'g', handler: '-', runtime: 'custom-container', customContainerConfig: container }
    const created = await send('POST', '/services/demo/functions', { ...body, ...code })
    expect([created.status, await created.json()]).toEqual([
      200,
      expect.objectContaining({ customContainerConfig: expect.objectContaining(container), codeSize: 0 }),
    ])
    expect(lastEntry()?.leniencies.map(({ field }) => field)).toContain('runtime')
  })

  test('a strict mock requires the code of a custom container, and every mock the code of other functions', async () => {
    const body = { functionName: 'g', handler: '-', runtime: 'custom-container', customContainerConfig: container }
    const { send } = await createDemo({ strict: true })
    const created = await send('POST', '/services/demo/functions', body)
    expect([created.status, (await created.json()).errorMessage]).toEqual([
      400,
      expect.stringContaining('code: it is required'),
    ])
    const other = await (await createDemo()).send('POST', '/services/demo/functions', { ...body, runtime: 'nodejs8' })
    expect([other.status, (await other.json()).errorMessage]).toEqual([400, 'code: must be present'])
  })
})

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
