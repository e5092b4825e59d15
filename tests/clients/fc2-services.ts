import type FC from '@alicloud/fc2'
import { expect } from 'vitest'
import { listAll } from './fc2-client.ts'

/** A service is created, read, updated with its ETag, listed and deleted. */
export async function liveThroughServices(client: FC): Promise<void> {
  const created = await client.createService('services', { description: 'first' })
  expect(created.data).toMatchObject({ serviceName: 'services', description: 'first', internetAccess: true })
  expect(created.headers['x-fc-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  const read = await client.getService('services')
  expect(read.data).toEqual(created.data)
  expect(read.headers.etag).toBe(created.headers.etag)
  await expect(client.createService('services')).rejects.toMatchObject({
    name: 'FCServiceAlreadyExistsError',
    code: 'ServiceAlreadyExists',
  })

  const fresh = { 'if-match': created.headers.etag }
  const updated = await client.updateService('services', { description: 'second' }, fresh)
  expect(updated.data).toEqual({ ...created.data, description: 'second', lastModifiedTime: expect.any(String) })
  expect(updated.headers.etag).not.toBe(created.headers.etag)
  // The previous ETag is now stale.
  const refusal = { name: 'FCPreconditionFailedError', code: 'PreconditionFailed' }
  await expect(client.updateService('services', { description: 'third' }, fresh)).rejects.toMatchObject(refusal)
  await expect(client.deleteService('services', fresh)).rejects.toMatchObject(refusal)
  expect((await client.getService('services')).data).toEqual(updated.data)

  for (const other of ['services-b', 'services-a']) await client.createService(other)
  const pages = await listAll(async (nextToken) => {
    const { data } = await client.listServices({ prefix: 'services', limit: 2, ...(nextToken && { nextToken }) })
    return { items: data.services.map(({ serviceName }) => serviceName), nextToken: data.nextToken }
  })
  expect(pages).toEqual([['services', 'services-a'], ['services-b']])
  const later = await client.listServices({ prefix: 'services', startKey: 'services-b' })
  expect(later.data.services).toMatchObject([{ serviceName: 'services-b' }])

  await client.deleteService('services', { 'if-match': updated.headers.etag })
  await client.deleteService('services-a')
  expect((await client.deleteService('services-b')).data).toBe('')
  await expect(client.getService('services')).rejects.toMatchObject({ code: 'ServiceNotFound' })
}
