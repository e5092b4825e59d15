import FC from '@alicloud/fc2'
import { expect } from 'vitest'

/** What the client is pointed at; without an endpoint, the vendor's own host. */
export interface Fc2Target {
  readonly endpoint?: string
}

/**
 * The unmodified npm package `@alicloud/fc2` takes a service and its functions through their life:
 * create, read, list over several pages, update with the ETag, refuse what must be refused, delete.
 */
export async function runFc2LifeCycle(target: Fc2Target): Promise<void> {
  const client = new FC('123456789012', {
    accessKeyID: 'id',
    accessKeySecret: 'secret',
    region: 'cn-hangzhou',
    ...target,
  })

  const created = await client.createService('life-cycle', { description: 'first' })
  expect(created.data).toMatchObject({ serviceName: 'life-cycle', description: 'first', internetAccess: true })
  expect(created.headers['x-fc-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  expect((await client.getService('life-cycle')).data).toEqual(created.data)
  await expect(client.createService('life-cycle')).rejects.toMatchObject({
    name: 'FCServiceAlreadyExistsError',
    code: 'ServiceAlreadyExists',
  })

  const updated = await client.updateService(
    'life-cycle',
    { description: 'second' },
    { 'if-match': created.headers.etag },
  )
  expect(updated.data).toEqual({ ...created.data, description: 'second', lastModifiedTime: expect.any(String) })
  expect(updated.headers.etag).not.toBe(created.headers.etag)

  const zipFile = Buffer.from('123456789').toString('base64')
  for (const functionName of ['five', 'four', 'one', 'three', 'two']) {
    const { data } = await client.createFunction('life-cycle', {
      functionName,
      handler: 'index.handler',
      runtime: 'nodejs8',
      code: { zipFile },
      environmentVariables: { NAME: functionName },
    })
    expect(data).toMatchObject({ functionName, memorySize: 128, codeSize: 9, codeChecksum: '11051210869376104954' })
  }
  expect((await client.getFunction('life-cycle', 'one')).data.environmentVariables).toMatchObject({ NAME: 'one' })

  expect(await listAllFunctions(client, 2)).toEqual([['five', 'four'], ['one', 'three'], ['two']])
  expect((await client.listFunctions('life-cycle', { prefix: 't' })).data.functions).toHaveLength(2)
  expect((await client.listServices({ prefix: 'life-' })).data.services).toMatchObject([{ serviceName: 'life-cycle' }])

  const changed = await client.updateFunction('life-cycle', 'one', { memorySize: 512, timeout: 30 })
  expect(changed.data).toMatchObject({ memorySize: 512, timeout: 30, handler: 'index.handler', codeSize: 9 })
  await expect(client.updateFunction('life-cycle', 'one', { memorySize: 100 })).rejects.toMatchObject({
    code: 'InvalidArgument',
    message: expect.stringContaining('memorySize: must be at least 128'),
  })

  await expect(client.deleteService('life-cycle')).rejects.toMatchObject({ code: 'ServiceNotEmpty' })
  for (const [name = ''] of (await listAllFunctions(client, 1)).values())
    await client.deleteFunction('life-cycle', name)
  await expect(client.getFunction('life-cycle', 'one')).rejects.toMatchObject({ code: 'FunctionNotFound' })
  await client.deleteService('life-cycle')
  await expect(client.getService('life-cycle')).rejects.toMatchObject({ code: 'ServiceNotFound' })
}

/** The names of all functions, page by page. */
async function listAllFunctions(client: FC, limit: number): Promise<string[][]> {
  const pages: string[][] = []
  let nextToken: string | undefined
  do {
    const { data } = await client.listFunctions('life-cycle', { limit, ...(nextToken && { nextToken }) })
    pages.push(data.functions.map(({ functionName }) => functionName))
    nextToken = data.nextToken
  } while (nextToken)
  return pages
}
