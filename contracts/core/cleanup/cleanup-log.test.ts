import { expect, onTestFinished, test } from 'vitest'
import { aliyunFc20160815 } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { functionResource, resources, service } from '../../../schemas/aliyun-fc-2016-08-15/resources.ts'
import { type FakeFault, startFakeFc } from '../../testing/fake-fc.ts'
import { createTarget, type Target } from '../http/target.ts'
import { type CleanupLog, createCleanupLog } from './cleanup-log.ts'
import { toCreatedResources } from './created-resource.ts'

const { createService, createFunction, createAlias, getService, publishVersion } = aliyunFc20160815.operations

async function withCleanupLog(
  fault: FakeFault,
  run: (parts: {
    cleanupLog: CleanupLog
    target: Target
    state: Map<string, unknown>
    requests: readonly string[]
  }) => Promise<void>,
) {
  const fake = await startFakeFc(fault)
  const target = createTarget({ api: aliyunFc20160815, baseUrl: fake.baseUrl, timeoutMs: 200 })
  const cleanupLog = createCleanupLog(toCreatedResources([service, functionResource]), 'run1', target.send)
  await run({ cleanupLog, target, state: fake.state, requests: fake.requests }).finally(async () => {
    target.close()
    await fake.close()
  })
}

const code = { handler: 'a.b', runtime: 'nodejs8', code: {} }

test('created resources are removed, the newest first, and each removal is verified', async () => {
  await withCleanupLog({}, async ({ cleanupLog, state, requests }) => {
    await cleanupLog.send(createService, { body: { serviceName: 'run1-a' } })
    await cleanupLog.send(createFunction, { path: { serviceName: 'run1-a' }, body: { functionName: 'f', ...code } })
    expect(state.size).toBe(2)
    expect(await cleanupLog.clean()).toEqual([])
    expect(state.size).toBe(0)
    expect(requests.slice(2)).toEqual([
      'DELETE /services/run1-a/functions/f',
      'GET /services/run1-a/functions/f',
      'DELETE /services/run1-a',
      'GET /services/run1-a',
    ])
  })
})

test('resources of others are not removed', async () => {
  await withCleanupLog({}, async ({ cleanupLog, target, state }) => {
    await target.send(createService, { body: { serviceName: 'theirs' } })
    await cleanupLog.send(createService, { body: { serviceName: 'theirs' } })
    await cleanupLog.send(getService, { path: { serviceName: 'theirs' } })
    await cleanupLog.clean()
    expect([...state.keys()]).toEqual(['/services/theirs'])
  })
})

test('a resource is removed although the response of its creation was lost', async () => {
  const fault: FakeFault = { take: (request, response) => request.method === 'POST' && Boolean(response.destroy()) }
  await withCleanupLog(fault, async ({ cleanupLog, requests }) => {
    await expect(cleanupLog.send(createService, { body: { serviceName: 'run1-lost' } })).rejects.toThrow(
      /without a response/,
    )
    await cleanupLog.clean()
    expect(requests).toContain('DELETE /services/run1-lost')
  })
})

test('a resource that can be read after its deletion is left behind', async () => {
  const fault: FakeFault = {
    alter: (_, request, state) => {
      if (request.method === 'DELETE') state.set(request.path, { serviceName: 'undead' })
    },
  }
  await withCleanupLog(fault, async ({ cleanupLog }) => {
    await cleanupLog.send(createService, { body: { serviceName: 'run1-a' } })
    expect(await cleanupLog.clean()).toEqual(['Service run1-a'])
  })
})

test('cleanup continues if the target does not respond', async () => {
  const fault: FakeFault = { take: (request, response) => request.method === 'DELETE' && Boolean(response.destroy()) }
  await withCleanupLog(fault, async ({ cleanupLog }) => {
    await cleanupLog.send(createService, { body: { serviceName: 'run1-a' } })
    await cleanupLog.send(createService, { body: { serviceName: 'run1-b' } })
    expect(await cleanupLog.clean()).toEqual(['Service run1-b', 'Service run1-a'])
  })
})

test('a child is removed before its parent, even if the child was requested first', async () => {
  await withCleanupLog({}, async ({ cleanupLog, state }) => {
    const createOne = () =>
      cleanupLog.send(createFunction, { path: { serviceName: 'run1-a' }, body: { functionName: 'f', ...code } })
    await createOne()
    await cleanupLog.send(createService, { body: { serviceName: 'run1-a' } })
    await createOne()
    expect(await cleanupLog.clean()).toEqual([])
    expect(state.size).toBe(0)
  })
})

test('a resource that a raw body created is removed', async () => {
  await withCleanupLog({}, async ({ cleanupLog, state }) => {
    await cleanupLog.send(createService, { rawBody: '{"serviceName":"run1-a","noSuchField":1e999}' })
    await cleanupLog.send(createService, { rawBody: '{"serviceName":"run1-b"' })
    expect(state.size).toBe(1)
    expect(await cleanupLog.clean()).toEqual([])
    expect(state.size).toBe(0)
  })
})

test('C09: a version whose creation had no response is listed under its service and removed', async () => {
  const fake = await startFakeFc({
    alter: (result, request) => {
      if (request.operation === 'PublishVersion') result.status = 500
    },
  })
  const target = createTarget({ api: aliyunFc20160815, baseUrl: fake.baseUrl, timeoutMs: 200 })
  onTestFinished(async () => {
    target.close()
    await fake.close()
  })
  const cleanupLog = createCleanupLog(toCreatedResources(resources), 'run1', target.send)
  const path = { serviceName: 'run1-a' }
  await target.send(createService, { body: { serviceName: 'theirs' } })
  await cleanupLog.send(createService, { body: path })
  await cleanupLog.send(createFunction, { path, body: { functionName: 'f', ...code } })
  for (let count = 0; count < 3; count += 1) await cleanupLog.send(publishVersion, { path, body: {} })
  await target.send(createAlias, { path, body: { aliasName: 'live', versionId: '2' } })
  expect(await cleanupLog.clean()).toEqual([])
  expect([...fake.state.keys()]).toEqual(['/services/theirs'])
})

test('C06: a rejected creation remains only if the resource can be read', async () => {
  const fault: FakeFault = {
    alter: (result, { method }) => {
      if (method === 'POST') result.status = 400
    },
    take: ({ method, path }, response) => {
      const isRedirected = method === 'DELETE' || (method === 'GET' && path.endsWith('-b'))
      return isRedirected && Boolean(response.writeHead(302).end())
    },
  }
  await withCleanupLog(fault, async ({ cleanupLog }) => {
    await cleanupLog.send(createService, { body: { serviceName: 'run1-a' } })
    await cleanupLog.send(createService, { body: { serviceName: 'run1-b' } })
    expect(await cleanupLog.clean()).toEqual(['Service run1-a'])
  })
})
