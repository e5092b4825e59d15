import { expect, onTestFinished, test } from 'vitest'
import { findContract } from '../contracts/apis.ts'
import { createProxy } from '../contracts/core/traffic/proxy/proxy.ts'
import { createUpstream } from '../contracts/core/traffic/proxy/upstream.ts'
import { createSeedRecorder } from '../contracts/core/traffic/seed/seed-recorder.ts'
import { createMock } from '../mocks/adapters/fetch/fetch.ts'
import { listen } from '../mocks/adapters/http/listen.ts'
import { serve } from '../mocks/adapters/http/node.ts'
import type { Seed } from '../mocks/apis.ts'

/** A mock behind a proxy that records, and a way to call it. */
async function record(apiId: string) {
  const { api, seed } = findContract(apiId)
  if (!seed) throw new Error(`${apiId} has no form of seeds`)
  const mock = await serve({ port: 0 })
  onTestFinished(mock.close)
  const recorder = createSeedRecorder(api, seed)
  const upstream = createUpstream(new URL(mock.url))
  onTestFinished(upstream.close)
  const { server, settled } = createProxy({
    upstream,
    onRequest: () => (recorded) => recorded && recorder.add(recorded),
    onFailure: ({ message }) => expect.fail(message),
  })
  const { url, close } = await listen(server, 0, '127.0.0.1')
  onTestFinished(close)
  const call = toCall((path, init) => fetch(url + path, init), api.dialect.basePath)
  return {
    call,
    /** Calls the mock without the proxy. */
    unseen: toCall((path, init) => fetch(mock.url + path, init), api.dialect.basePath),
    async toSeeded() {
      await settled()
      const built = recorder.toSeed([])
      const seeded = createMock({ seed: { [apiId]: built?.seed } as Seed }) // the mock validates it
      return {
        leftOut: built?.leftOut,
        call: toCall((path, init) => seeded.fetch(`http://127.0.0.1${path}`, init), api.dialect.basePath),
      }
    },
  }
}

type Fetch = (path: string, init: RequestInit) => Promise<Response>

function toCall(send: Fetch, basePath: string) {
  return async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json', 'x-fc-date': new Date().toUTCString() }
    const response = await send(basePath + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) // a response of the mock
  }
}

const settings = { handler: 'index.handler', runtime: 'nodejs14', code: { zipFile: 'c2VjcmV0' } }

test('FC 2021: nested resources, versions and custom domains', async () => {
  const { call, toSeeded } = await record('aliyun-fc-2021-04-06')
  await call('POST', '/services', { serviceName: 'shop', description: 'sells' })
  await call('POST', '/services/shop/functions', { functionName: 'hello', ...settings })
  await call('POST', '/services/shop/functions', { functionName: 'gone', ...settings })
  await call('PUT', '/services/shop/functions/hello', { memorySize: 256 })
  await call('POST', '/services/shop/functions/hello/triggers', {
    triggerName: 'each-hour',
    triggerType: 'timer',
    triggerConfig: { cronExpression: '@every 1h', enable: true, payload: 'x' },
  })
  await call('POST', '/services/shop/versions', { description: 'first' })
  await call('PUT', '/services/shop', { description: 'sells more' })
  await call('POST', '/services/shop/versions', { description: 'second' })
  await call('DELETE', '/services/shop/versions/1')
  await call('POST', '/services/shop/aliases', { aliasName: 'live', versionId: '2' })
  await call('DELETE', '/services/shop/functions/gone')
  await call('POST', '/custom-domains', { domainName: 'fc.example.com', protocol: 'HTTP' })
  const seeded = await toSeeded()
  expect(seeded.leftOut).toEqual([])
  expect(await seeded.call('GET', '/services/shop')).toMatchObject({ description: 'sells more' })
  expect(await seeded.call('GET', '/services/shop/functions')).toMatchObject({
    functions: [{ functionName: 'hello', memorySize: 256 }],
  })
  expect(await seeded.call('GET', '/services/shop/functions/hello/triggers/each-hour')).toMatchObject({
    triggerConfig: expect.stringContaining('@every 1h'),
  })
  expect(await seeded.call('GET', '/services/shop/aliases/live')).toMatchObject({ versionId: '2' })
  expect(await seeded.call('GET', '/custom-domains/fc.example.com')).toMatchObject({ protocol: 'HTTP' })
})

test('FC 2016: resources that only lists show, and a function whose settings nothing shows is left out', async () => {
  const { call, unseen, toSeeded } = await record('aliyun-fc-2016-08-15')
  for (const serviceName of ['shop', 'other']) await unseen('POST', '/services', { serviceName, description: 'listed' })
  for (const functionName of ['listed', 'hidden'])
    await unseen('POST', '/services/shop/functions', { functionName, ...settings, runtime: 'nodejs8' })
  await unseen('POST', '/services/shop/functions/hidden/triggers', {
    triggerName: 'each-hour',
    triggerType: 'timer',
    triggerConfig: { cronExpression: '@every 1h', enable: true, payload: 'x' },
  })
  await call('GET', '/services')
  await call('GET', '/services/shop/functions/listed')
  await call('GET', '/services/shop/functions/hidden/triggers')
  const seeded = await toSeeded()
  expect(seeded.leftOut).toEqual(['function hidden'])
  expect(await seeded.call('GET', '/services')).toMatchObject({
    services: [{ serviceName: 'other', description: 'listed' }, { serviceName: 'shop' }],
  })
  expect(await seeded.call('GET', '/services/shop/functions')).toMatchObject({
    functions: [{ functionName: 'listed', runtime: 'nodejs8' }],
  })
})

test('FunctionGraph v2: settings of functions, in a project with another id', async () => {
  const { call, toSeeded } = await record('huawei-functiongraph-v2')
  const project = '7aad83af3e8d42e99ac194e8419e2c9b'
  const toPath = (id: string) => `/${id}/fgs/functions/urn:fss:cn-north-4:${id}:function:default:test/config`
  const body = {
    func_name: 'test',
    runtime: 'Python3.9',
    handler: 'a.b',
    timeout: 7,
    memory_size: 256,
    user_data: '{"A":"secret-value"}',
  }
  await call('PUT', toPath(project), body)
  const seeded = await toSeeded()
  const { user_data: _, ...shown } = body
  const changed = await seeded.call('PUT', toPath('00000000000000000000000000000001'), { ...shown, timeout: 8 })
  expect(changed).toMatchObject({ func_name: 'test', memory_size: 256, timeout: 8 })
})
