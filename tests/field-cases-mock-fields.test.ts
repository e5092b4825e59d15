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
