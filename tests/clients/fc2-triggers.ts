import type FC from '@alicloud/fc2'
import { expect } from 'vitest'
import { listAll, toFunction } from './fc2-client.ts'

const timer = { triggerType: 'timer', triggerConfig: { cronExpression: '@every 1m', enable: true, payload: 'wake up' } }
const http = { triggerType: 'http', triggerConfig: { authType: 'anonymous', methods: ['GET', 'POST'] } }

/** Triggers are created, read, updated, listed and deleted. They prevent the deletion of their function. */
export async function liveThroughTriggers(client: FC): Promise<void> {
  await client.createService('triggers')
  await client.createFunction('triggers', toFunction('f'))

  const created = await client.createTrigger('triggers', 'f', { ...timer, triggerName: 'b' })
  expect(created.data).toMatchObject({ ...timer, triggerName: 'b', createdTime: expect.any(String) })
  const read = await client.getTrigger('triggers', 'f', 'b')
  expect(read.data).toEqual(created.data)
  expect(read.headers.etag).toBe(created.headers.etag)
  await expect(client.createTrigger('triggers', 'f', { ...timer, triggerName: 'b' })).rejects.toMatchObject({
    name: 'FCTriggerAlreadyExistsError',
    code: 'TriggerAlreadyExists',
  })

  const withSource = { ...http, triggerName: 'a', sourceArn: 'acs:fc:::', invocationRole: 'acs:ram::1:role/r' }
  expect((await client.createTrigger('triggers', 'f', withSource)).data).toMatchObject({
    triggerName: 'a',
    invocationRole: 'acs:ram::1:role/r',
    sourceArn: null,
  })
  const pages = await listAll(async (nextToken) => {
    const { data } = await client.listTriggers('triggers', 'f', { limit: 1, ...(nextToken && { nextToken }) })
    return { items: data.triggers.map(({ triggerName }) => triggerName), nextToken: data.nextToken }
  })
  expect(pages).toEqual([['a'], ['b']])

  const triggerConfig = { ...timer.triggerConfig, cronExpression: '@every 5m' }
  const fresh = { 'if-match': created.headers.etag }
  const updated = await client.updateTrigger('triggers', 'f', 'b', { triggerConfig }, fresh)
  expect(updated.data).toEqual({ ...created.data, triggerConfig, lastModifiedTime: expect.any(String) })
  const stale = client.updateTrigger('triggers', 'f', 'b', { triggerConfig }, fresh)
  await expect(stale).rejects.toMatchObject({ code: 'PreconditionFailed' })

  await expect(client.deleteFunction('triggers', 'f')).rejects.toMatchObject({ code: 'FunctionNotEmpty' })
  for (const name of ['a', 'b']) await client.deleteTrigger('triggers', 'f', name)
  await expect(client.getTrigger('triggers', 'f', 'b')).rejects.toMatchObject({ code: 'TriggerNotFound' })
  await client.deleteFunction('triggers', 'f')
  await client.deleteService('triggers')
}
