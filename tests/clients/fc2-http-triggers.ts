import type FC from '@alicloud/fc2'
import { expect } from 'vitest'
import { toFunction } from './fc2-client.ts'

const methods = ['GET', 'POST', 'HEAD', 'PATCH', 'OPTIONS']

/** Requests through HTTP triggers: anonymous ones, and ones with a signature that covers the query. */
export async function liveThroughHttpTriggers(client: FC): Promise<void> {
  await client.createService('web')
  await client.createFunction('web', toFunction('page'))
  const path = '/proxy/web/page/some/path'
  await expect(client.get(path)).rejects.toMatchObject({ code: 'TriggerNotFound' })

  const triggerConfig = { authType: 'function', methods }
  await client.createTrigger('web', 'page', { triggerName: 't', triggerType: 'http', triggerConfig })
  const query = { b: 'x y/ü&=', a: ['2', '1'] }
  expect((await client.post(path, 'the event', {}, query)).data).toBe('the event')
  expect((await client.get(path)).data).toBe('')
  for (const method of methods.slice(2)) {
    const body = method === 'PATCH' ? 'change' : null
    expect((await client.request(method, path, query, body)).data).toBe(body ?? '')
  }
  await expect(client.request('DELETE', path)).rejects.toMatchObject({ code: 'AccessDenied' })

  await client.publishVersion('web')
  await client.createAlias('web', 'prod', '1')
  await expect(client.get('/proxy/web.prod/page/')).rejects.toMatchObject({ code: 'TriggerNotFound' })
  const ofProd = { triggerName: 'p', triggerType: 'http', qualifier: 'prod', triggerConfig }
  await client.createTrigger('web', 'page', ofProd)
  expect((await client.post('/proxy/web.prod/page/', 'of prod')).data).toBe('of prod')

  await client.updateTrigger('web', 'page', 't', { triggerConfig: { authType: 'anonymous', methods } })
  expect((await client.post(path, 'anonymous')).data).toBe('anonymous')

  for (const name of ['t', 'p']) await client.deleteTrigger('web', 'page', name)
  await client.deleteAlias('web', 'prod')
  await client.deleteVersion('web', '1')
  await client.deleteFunction('web', 'page')
  await client.deleteService('web')
}
