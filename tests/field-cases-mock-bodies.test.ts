/** Request bodies of real clients that the mock did not read correctly. Each test names the row of its case. */
import { expect, test } from 'vitest'
import { leastFunction } from '../mocks/aliyun-fc/testing/fc.ts'
import { createClient, createDemo, leastConfig } from './testing/field-case-client.ts'

const network = { vpcId: 'v', vSwitchIds: ['a'], securityGroupId: 's' }
const toolBody = { serviceName: 'x', vpcConfig: { VpcId: 'v', VSwitchIds: ['a'], SecurityGroupId: 's' } }

test('A01: names of members are compared without case, and responses have the documented names', async () => {
  const { send, lastEntry } = createClient()
  const created = await send('POST', '/services', toolBody)
  expect([created.status, (await created.json()).vpcConfig]).toEqual([200, network])
  expect((await (await send('GET', '/services/x')).json()).vpcConfig).toEqual(network)
  expect(created.headers.get('x-mock-leniency')).toContain('vpcConfig.VpcId: ')
  expect((await send('PUT', '/services/x', { VPCCONFIG: network })).status).toBe(200)
  expect(lastEntry()?.leniencies).toEqual([{ in: 'body', field: 'VPCCONFIG', kind: 'case' }])
})

test('A01: names are compared without case in every API and at every level', async () => {
  const { send, send2021, sendGraph, lastEntry } = await createDemo()
  const { code, functionName: _, ...rest } = leastFunction
  const body = { ...rest, FunctionName: 'g', Code: { ZipFile: code.zipFile }, nasconfig: 1 }
  expect((await send('POST', '/services/demo/functions', body)).status).toBe(200)
  const update = { CustomHealthCheckConfig: { HttpGetUrl: '/ok' }, INSTANCECONCURRENCY: 3 }
  expect(await (await send2021('PUT', '/services/demo/functions/f', update)).json()).toMatchObject({
    customHealthCheckConfig: { httpGetUrl: '/ok' },
    instanceConcurrency: 3,
  })
  const config = { ...leastConfig, Log_Config: { Group_Name: 'a', group_id: 'b', stream_id: 'c', stream_name: 'd' } }
  expect((await sendGraph('PUT', 'config', config)).status).toBe(200)
  expect(lastEntry()?.leniencies.map(({ field }) => field)).toContain('Log_Config')
})

test('A01: names in maps keep their case', async () => {
  const { send } = await createDemo()
  const environmentVariables = { timeout: '1', TIMEOUT: '2', functionName: '3' }
  const updated = await send('PUT', '/services/demo/functions/f', { environmentVariables })
  expect((await updated.json()).environmentVariables).toEqual(environmentVariables)
  expect(updated.headers.get('x-mock-leniency')).not.toContain('case')
})

test.each([
  ['FC 2016', { VpcId: 'v', vpcid: 'w' }, 'w'],
  ['FC 2016', { vpcid: 'w', VpcId: 'v' }, 'v'],
  ['FC 2016', { VpcId: 'v', vpcId: 'exact', vpcid: 'w' }, 'exact'],
])('A01: of two variants of one name, the exact one or the last one applies: %s %j', async (_, variants, vpcId) => {
  const { send } = createClient()
  const vpcConfig = { ...variants, vSwitchIds: ['a'], securityGroupId: 's' }
  const created = await (await send('POST', '/services', { serviceName: 'x', vpcConfig })).json()
  expect(created.vpcConfig.vpcId).toBe(vpcId)
})

const nulls = { vpcId: null, vSwitchIds: null, securityGroupId: null }

test.each([{ vpcConfig: nulls }, { vpcConfig: { VpcId: null } }, { vpcConfig: {} }, { vpcConfig: null }])(
  'A02: an object without values changes nothing: %j',
  async (change) => {
    const { send, lastEntry } = createClient()
    await send('POST', '/services', { serviceName: 'x', vpcConfig: network })
    const updated = await send('PUT', '/services/x', change)
    expect([updated.status, (await updated.json()).vpcConfig]).toEqual([200, network])
    expect(updated.headers.get('x-mock-leniency')).toContain('vpcConfig')
    expect(lastEntry()?.leniencies.length).toBeGreaterThan(0)
  },
)

test('A02: null means absent in every API and at every level', async () => {
  const { send, send2021, sendGraph } = await createDemo()
  const created = await send('POST', '/services', { serviceName: 'x', vpcConfig: nulls, logConfig: { project: null } })
  expect([created.status, (await created.json()).vpcConfig]).toEqual([200, undefined])
  const update = { customDNS: { nameServers: null, dnsOptions: [{ name: 'a', value: null }] }, layers: null }
  expect((await send2021('PUT', '/services/demo/functions/f', update)).status).toBe(200)
  const config = { ...leastConfig, func_vpc: { vpc_id: null, subnet_id: null }, mount_config: null, xrole: null }
  expect((await sendGraph('PUT', 'config', config)).status).toBe(200)
})

test('A02: a required field cannot be null', async () => {
  const { send } = createClient()
  const partly = { ...network, vpcId: null }
  const created = await send('POST', '/services', { serviceName: 'x', vpcConfig: partly })
  expect([created.status, (await created.json()).errorMessage]).toEqual([400, 'vpcConfig.vpcId: must be present'])
  expect((await send('POST', '/services', { serviceName: null })).status).toBe(400)
})

test.each([
  ['A01', toolBody, 'vpcConfig.VpcId: '],
  ['A02', { serviceName: 'x', vpcConfig: nulls }, 'vpcConfig.vpcId: '],
  ['A02', { serviceName: 'x', vpcConfig: {} }, 'vpcConfig: '],
])('%s: a strict mock rejects %j in the envelope of the vendor', async (_, body, start) => {
  const { send } = createClient({ strict: true })
  const created = await send('POST', '/services', body)
  const { ErrorCode, errorMessage } = await created.json()
  expect([created.status, ErrorCode]).toEqual([400, 'InvalidArgument'])
  expect(errorMessage.startsWith(start)).toBe(true)
  expect((await send('GET', '/services/x')).status).toBe(404)
})

test.each([
  ['FC 2016', '{"__proto__":"p"}'],
  ['FC 2016', '{"a":"b","\\u005f_proto__":"p"}'],
])('A11: a map with a name that cannot be stored is rejected: %s %s', async (_, map) => {
  const { sendText } = await createDemo()
  for (const path of ['/2016-08-15', '/2021-04-06']) {
    const body = `{"environmentVariables":${map}}`
    const updated = await sendText('PUT', `${path}/services/demo/functions/f`, body)
    expect([updated.status, await updated.text()]).toEqual([400, expect.stringContaining('__proto__')])
  }
})

test.each(['constructor', 'toString', 'hasOwnProperty', '', '__proto', 'prototype'])(
  'A11: a map keeps the name %j',
  async (name) => {
    const { send } = await createDemo()
    const environmentVariables = { [name]: 'x' }
    await send('PUT', '/services/demo/functions/f', { environmentVariables })
    const { environmentVariables: read } = await (await send('GET', '/services/demo/functions/f')).json()
    expect(read).toEqual(environmentVariables)
  },
)

test.each(['1e999', '12345678901234567890', '[-1e999]', '{"a":[0.12345678901234567890]}'])(
  'A11: a number that cannot be stored is rejected: %s',
  async (value) => {
    const { sendText, sendGraph } = await createDemo()
    const trigger = `{"triggerName":"t","triggerType":"timer","triggerConfig":{"value":${value}}}`
    const created = await sendText('POST', '/2016-08-15/services/demo/functions/f/triggers', trigger)
    expect([created.status, (await created.json()).ErrorCode]).toEqual([400, 'InvalidArgument'])
    const invalid = await sendGraph('PUT', 'config', { ...leastConfig, timeout: 40 })
    expect(invalid.status).toBe(200)
  },
)

test('A11: numbers keep their digits', async () => {
  const { sendText, send } = await createDemo()
  const config = '{"value":[9007199254740991,0.1,1e21,-5e-324]}'
  const trigger = `{"triggerName":"t","triggerType":"timer","triggerConfig":${config}}`
  expect((await sendText('POST', '/2016-08-15/services/demo/functions/f/triggers', trigger)).status).toBe(200)
  const text = await (await send('GET', '/services/demo/functions/f/triggers/t')).text()
  expect(text).toContain('[9007199254740991,0.1,1e+21,-5e-324]')
})
