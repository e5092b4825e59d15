import type FC from '@alicloud/fc2'
import { expect } from 'vitest'
import { listAll, toFunction } from './fc2-client.ts'

/** Versions are published, listed in both directions, read, named by aliases and deleted. */
export async function liveThroughVersions(client: FC): Promise<void> {
  await client.createService('versions', { description: 'the service' })
  await client.createFunction('versions', toFunction('f'))
  await publish(client)
  await pointAliases(client)
  await readQualified(client)
  await cleanUp(client)
}

async function publish(client: FC): Promise<void> {
  const first = await client.publishVersion('versions', 'the first')
  expect(first.data).toMatchObject({ versionId: '1', description: 'the first', createdTime: expect.any(String) })
  expect(first.headers.etag).toEqual(expect.any(String))
  // Nothing has changed since the last version.
  await expect(client.publishVersion('versions')).rejects.toMatchObject({
    name: 'FCVersionPublishErrorError',
    code: 'VersionPublishError',
  })
  await client.updateFunction('versions', 'f', { memorySize: 256 })
  const stale = client.publishVersion('versions', 'never', { 'if-match': 'stale' })
  await expect(stale).rejects.toMatchObject({ code: 'PreconditionFailed' })
  expect((await client.publishVersion('versions')).data).toMatchObject({ versionId: '2' })
  await client.updateFunction('versions', 'f', { memorySize: 512 })

  const list = (options: object) =>
    listAll(async (nextToken) => {
      const { data } = await client.listVersions('versions', { limit: 1, ...options, ...(nextToken && { nextToken }) })
      return { items: data.versions.map(({ versionId }) => versionId), nextToken: data.nextToken }
    })
  expect(await list({})).toEqual([['2'], ['1']])
  expect(await list({ direction: 'FORWARD' })).toEqual([['1'], ['2']])
  expect(await list({ startKey: '1' })).toEqual([['1']])
}

async function pointAliases(client: FC): Promise<void> {
  const created = await client.createAlias('versions', 'prod', '1', {
    description: 'what runs',
    additionalVersionWeight: { 2: 0.05 },
  })
  expect(created.data).toMatchObject({
    aliasName: 'prod',
    versionId: '1',
    description: 'what runs',
    additionalVersionWeight: { 2: 0.05 },
  })
  const read = await client.getAlias('versions', 'prod')
  expect(read.data).toEqual(created.data)
  expect(read.headers.etag).toBe(created.headers.etag)
  await expect(client.createAlias('versions', 'prod', '2')).rejects.toMatchObject({ code: 'AliasAlreadyExists' })
  await expect(client.createAlias('versions', 'other', '9')).rejects.toMatchObject({ code: 'VersionNotFound' })

  const test = (await client.createAlias('versions', 'test', '2')).data
  expect(test).not.toHaveProperty('additionalVersionWeight')
  const pages = await listAll(async (nextToken) => {
    const { data } = await client.listAliases('versions', { limit: 1, ...(nextToken && { nextToken }) })
    return { items: data.aliases.map(({ aliasName }) => aliasName), nextToken: data.nextToken }
  })
  expect(pages).toEqual([['prod'], ['test']])

  const fresh = { 'if-match': created.headers.etag }
  const renamed = await client.updateAlias('versions', 'prod', undefined, { description: 'what ran' }, fresh)
  expect(renamed.data).toMatchObject({ versionId: '1', description: 'what ran' })
  await expect(client.updateAlias('versions', 'prod', '2', {}, fresh)).rejects.toMatchObject({
    code: 'PreconditionFailed',
  })
}

/** Requests by version and by alias return what was published, even after later changes. */
async function readQualified(client: FC): Promise<void> {
  const memoryOf = async (qualifier?: string) =>
    (await client.getFunction('versions', 'f', {}, qualifier)).data.memorySize
  expect(await Promise.all([undefined, 'LATEST', '1', '2', 'prod', 'test'].map(memoryOf))).toEqual([
    512, 512, 128, 256, 128, 256,
  ])
  expect((await client.getService('versions', {}, '1')).data.description).toBe('the first')
  expect((await client.getService('versions')).data.description).toBe('the service')
  const { functions } = (await client.listFunctions('versions', {}, {}, 'test')).data
  expect(functions).toMatchObject([{ functionName: 'f', memorySize: 256 }])

  await client.updateAlias('versions', 'prod', '2')
  expect(await memoryOf('prod')).toBe(256)
  await expect(memoryOf('9')).rejects.toMatchObject({ code: 'VersionNotFound' })
  await expect(memoryOf('none')).rejects.toMatchObject({ code: 'AliasNotFound' })
}

/** A service cannot be deleted before its versions, but a function can. A version id is not reused. */
async function cleanUp(client: FC): Promise<void> {
  await client.deleteFunction('versions', 'f')
  expect((await client.getFunction('versions', 'f', {}, '1')).data).toMatchObject({ memorySize: 128 })
  await expect(client.deleteService('versions')).rejects.toMatchObject({ code: 'ServiceNotEmpty' })

  for (const id of ['1', '2']) await client.deleteVersion('versions', id)
  await expect(client.deleteVersion('versions', '1')).rejects.toMatchObject({ code: 'VersionNotFound' })
  expect((await client.publishVersion('versions')).data).toMatchObject({ versionId: '3' })
  await client.deleteVersion('versions', '3')

  for (const name of ['prod', 'test']) await client.deleteAlias('versions', name)
  await expect(client.getAlias('versions', 'prod')).rejects.toMatchObject({ code: 'AliasNotFound' })
  await client.deleteService('versions')
}
