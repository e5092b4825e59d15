import { expect, onTestFinished, test } from 'vitest'
import { type CleanupLog, createCleanupLog } from '../../contracts/core/cleanup/cleanup-log.ts'
import { toCreatedResources } from '../../contracts/core/cleanup/created-resource.ts'
import { createTarget, type Target } from '../../contracts/core/http/target.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { functionResource, resources, service } from '../../schemas/aliyun-fc-2016-08-15/resources.ts'
import type { Resource } from '../../schemas/core/resource.ts'
import { edits, toEmptyResponse } from '../testing/run-checks-on.ts'
import { listServices, serveEmulator } from '../testing/serve-emulator.ts'

const { createService, createFunction, createAlias, getService, publishVersion, updateService } =
  aliyunFc20160815.operations

interface Parts {
  readonly cleanupLog: CleanupLog
  readonly target: Target
  readonly services: () => Promise<readonly string[]>
  readonly requests: readonly string[]
}

async function start(wrap?: Wrap, logged: readonly Resource[] = [service, functionResource]): Promise<Parts> {
  const emulator = await serveEmulator({}, wrap)
  const target = createTarget({ api: aliyunFc20160815, baseUrl: emulator.baseUrl, timeoutMs: 2000 })
  onTestFinished(target.close)
  const cleanupLog = createCleanupLog(toCreatedResources(logged), 'run1', target.send)
  return { cleanupLog, target, services: () => listServices(emulator), requests: emulator.requests }
}

/** Closes the connection instead of a response to these requests. Nothing happens. */
const resetting = (method: string): Wrap =>
  edits.intercept(undefined, async ({ request }, { forward }) =>
    request.method === method ? { ...toEmptyResponse(500), connection: 'reset' } : await forward(),
  )

const code = { handler: 'a.b', runtime: 'nodejs8', code: { zipFile: 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==' } }

test('created resources are removed, the newest first, and the removal of the parent is verified', async () => {
  const { cleanupLog, services, requests } = await start()
  await cleanupLog.send(createService, { body: { serviceName: 'run1-a' } })
  await cleanupLog.send(createFunction, { path: { serviceName: 'run1-a' }, body: { functionName: 'f', ...code } })
  expect(await services()).toEqual(['run1-a'])
  expect(await cleanupLog.clean()).toEqual([])
  expect(await services()).toEqual([])
  expect(requests.slice(2)).toEqual([
    'DELETE /services/run1-a/functions/f',
    'DELETE /services/run1-a',
    'GET /services/run1-a',
  ])
})

test('the removal of a child is verified if the parent stays', async () => {
  const { cleanupLog, target, requests } = await start()
  await target.send(createService, { body: { serviceName: 'theirs' } })
  const path = { serviceName: 'theirs' }
  await cleanupLog.send(createFunction, { path, body: { functionName: 'run1-f', ...code } })
  expect(await cleanupLog.clean()).toEqual([])
  expect(requests.slice(2)).toEqual([
    'DELETE /services/theirs/functions/run1-f',
    'GET /services/theirs/functions/run1-f',
  ])
})

test('a parent is left behind if its child cannot be removed', async () => {
  const { cleanupLog } = await start(edits.intercept('DeleteFunction', async () => toEmptyResponse(204)))
  await cleanupLog.send(createService, { body: { serviceName: 'run1-a' } })
  await cleanupLog.send(createFunction, { path: { serviceName: 'run1-a' }, body: { functionName: 'f', ...code } })
  expect(await cleanupLog.clean()).toEqual(['Service run1-a'])
})

test('resources of others are not removed', async () => {
  const { cleanupLog, target, services } = await start()
  await target.send(createService, { body: { serviceName: 'theirs' } })
  await cleanupLog.send(createService, { body: { serviceName: 'theirs' } })
  await cleanupLog.send(getService, { path: { serviceName: 'theirs' } })
  await cleanupLog.clean()
  expect(await services()).toEqual(['theirs'])
})

test('a resource is removed although the response of its creation was lost', async () => {
  const { cleanupLog, requests } = await start(resetting('POST'))
  await expect(cleanupLog.send(createService, { body: { serviceName: 'run1-lost' } })).rejects.toThrow(
    /without a response/,
  )
  await cleanupLog.clean()
  expect(requests).toContain('DELETE /services/run1-lost')
})

test('a resource that can be read after its deletion is left behind', async () => {
  const { cleanupLog } = await start(edits.intercept('DeleteService', async () => toEmptyResponse(204)))
  await cleanupLog.send(createService, { body: { serviceName: 'run1-a' } })
  expect(await cleanupLog.clean()).toEqual(['Service run1-a'])
})

test('cleanup continues if the target does not respond', async () => {
  const { cleanupLog } = await start(resetting('DELETE'))
  await cleanupLog.send(createService, { body: { serviceName: 'run1-a' } })
  await cleanupLog.send(createService, { body: { serviceName: 'run1-b' } })
  expect(await cleanupLog.clean()).toEqual(['Service run1-b', 'Service run1-a'])
})

test('a child is removed before its parent, even if the child was requested first', async () => {
  const { cleanupLog, services } = await start()
  const createOne = () =>
    cleanupLog.send(createFunction, { path: { serviceName: 'run1-a' }, body: { functionName: 'f', ...code } })
  await createOne()
  await cleanupLog.send(createService, { body: { serviceName: 'run1-a' } })
  await createOne()
  expect(await cleanupLog.clean()).toEqual([])
  expect(await services()).toEqual([])
})

test('a resource that a raw body created is removed', async () => {
  const { cleanupLog, services } = await start()
  await cleanupLog.send(createService, { rawBody: '{ "serviceName": "run1-a", "serviceName": "run1-a" }' })
  await cleanupLog.send(createService, { rawBody: '{"serviceName":"run1-b"' })
  expect(await services()).toEqual(['run1-a'])
  expect(await cleanupLog.clean()).toEqual([])
  expect(await services()).toEqual([])
})

test('C09: a version whose creation had no response is listed under its service and removed', async () => {
  const wrap = edits.editAllResponses('PublishVersion', (response) => {
    response.status = 500
  })
  const { cleanupLog, target, services, requests } = await start(wrap, resources)
  const path = { serviceName: 'run1-a' }
  await target.send(createService, { body: { serviceName: 'theirs' } })
  await cleanupLog.send(createService, { body: path })
  await cleanupLog.send(createFunction, { path, body: { functionName: 'f', ...code } })
  // The emulator publishes only if something changed since the last version.
  for (let count = 0; count < 3; count += 1) {
    await target.send(updateService, { path, body: { description: String(count) } })
    await cleanupLog.send(publishVersion, { path, body: {} })
  }
  await target.send(createAlias, { path, body: { aliasName: 'live', versionId: '2' } })
  expect(await cleanupLog.clean()).toEqual([])
  expect(requests).toContain('DELETE /services/run1-a/versions/3')
  expect(await services()).toEqual(['theirs'])
})

test('C06: a rejected creation remains only if the resource can be read', async () => {
  const wrap = edits.intercept(undefined, async ({ request: { method }, path }, { forward }) => {
    if (method === 'DELETE' || (method === 'GET' && path.endsWith('-b'))) return toEmptyResponse(302)
    const response = await forward()
    return method === 'POST' ? { ...response, status: 400 } : response
  })
  const { cleanupLog } = await start(wrap)
  await cleanupLog.send(createService, { body: { serviceName: 'run1-a' } })
  await cleanupLog.send(createService, { body: { serviceName: 'run1-b' } })
  expect(await cleanupLog.clean()).toEqual(['Service run1-a'])
})
