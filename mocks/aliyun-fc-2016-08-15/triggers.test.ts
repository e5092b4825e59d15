import { expect, test } from 'vitest'
import { createDemo, leastFunction, refusal } from '../aliyun-fc/testing/fc.ts'

const root = '/demo/functions/f/triggers'

const oss = {
  triggerName: 't',
  triggerType: 'oss',
  sourceArn: 'acs:oss:cn-shanghai:12345:mybucket',
  invocationRole: 'acs:ram::1:role/r',
  triggerConfig: { events: ['oss:ObjectCreated:PutObject'], filter: { key: { prefix: 'a' } } },
  qualifier: 'LATEST',
  description: 'd',
}

test('a trigger is returned as it was sent, with an id, its times and an ETag', () => {
  const { send } = createDemo()
  const created = send('POST', root, oss)
  expect(created).toMatchObject({ status: 200, headers: { Etag: expect.stringMatching(/^[0-9a-f]{32}$/) } })
  expect(created.body).toEqual({
    ...oss,
    triggerId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    createdTime: '2016-08-15T15:00:00.000+0000',
    lastModifiedTime: '2016-08-15T15:00:00.000+0000',
  })
  expect(send('GET', `${root}/t`)).toMatchObject({ headers: { Etag: created.headers.Etag }, body: created.body })
})

test('a timer needs neither source nor role, and has none', () => {
  const { send } = createDemo()
  const timer = { triggerName: 't', triggerType: 'timer', triggerConfig: { cronExpression: '@every 1m' } }
  const { body } = send('POST', root, timer)
  expect(Object.keys(body).sort()).toEqual([
    'createdTime',
    'description',
    'lastModifiedTime',
    'triggerConfig',
    'triggerId',
    'triggerName',
    'triggerType',
  ])
})

test('the source of an HTTP trigger is null, even if one was sent', () => {
  const { send } = createDemo()
  const http = { triggerType: 'http', triggerConfig: { authType: 'anonymous', methods: ['GET'] } }
  expect(send('POST', root, { ...oss, ...http, triggerName: 'a' }).body.sourceArn).toBeNull()
  expect(send('POST', root, { ...http, triggerName: 'b' }).body.sourceArn).toBeNull()
  const listed = send('GET', root).body.triggers
  expect(listed.map(({ sourceArn }: { sourceArn: unknown }) => sourceArn)).toEqual([null, null])
})

test.each([
  ['no name', { triggerName: undefined }, 'triggerName: must be present'],
  ['an empty name', { triggerName: '' }, 'triggerName: must not be empty'],
  ['no type', { triggerType: undefined }, 'triggerType: must be present'],
  ['no configuration', { triggerConfig: undefined }, 'triggerConfig: must be present'],
  ['a configuration that is a string', { triggerConfig: '{}' }, 'triggerConfig: must be an object'],
])('a trigger with %s is rejected with the name of the field, and not stored', (_, change, message) => {
  const { send } = createDemo()
  expect(send('POST', root, { ...oss, ...change })).toMatchObject(refusal(400, 'InvalidArgument', message))
  expect(send('GET', root).body).toEqual({ triggers: [] })
})

test('the name of a trigger is unique for its function', () => {
  const { send } = createDemo()
  send('POST', root, oss)
  expect(send('POST', root, { ...oss, description: 'again' })).toMatchObject(refusal(409, 'TriggerAlreadyExists'))
  expect(send('GET', `${root}/t`).body.description).toBe('d')
  send('POST', '/demo/functions', { ...leastFunction, functionName: 'g' })
  expect(send('POST', '/demo/functions/g/triggers', oss).status).toBe(200)
  expect(send('GET', '/demo/functions/g/triggers').body.triggers).toHaveLength(1)
})

test('an update changes only the fields that it contains, and replaces the whole configuration', () => {
  const { clock, send } = createDemo()
  const before = send('POST', root, oss)
  clock.advance(1000)
  const after = send('PUT', `${root}/t`, { triggerConfig: { events: [] }, qualifier: '1' })
  expect(after.body).toEqual({
    ...before.body,
    triggerConfig: { events: [], filter: { key: { prefix: 'a' } } },
    qualifier: '1',
    lastModifiedTime: '2016-08-15T15:00:01.000+0000',
  })
  expect(after.headers.Etag).not.toBe(before.headers.Etag)
  expect(send('GET', `${root}/t`)).toMatchObject({ headers: { Etag: after.headers.Etag }, body: after.body })
})

test('fields that are not documented for updates are not changed', () => {
  const { send } = createDemo()
  send('POST', root, oss)
  const change = { triggerName: 'x', triggerType: 'timer', sourceArn: 'other' }
  expect(send('PUT', `${root}/t`, change).body).toMatchObject(oss)
})

test('If-Match allows an update of a trigger only with the current ETag', () => {
  const { send } = createDemo()
  const first = send('POST', root, oss).headers.Etag
  const second = send('PUT', `${root}/t`, { description: '1' }, { 'if-match': first }).headers.Etag
  const stale = refusal(412, 'PreconditionFailed')
  expect(send('PUT', `${root}/t`, { description: '2' }, { 'if-match': first })).toMatchObject(stale)
  expect(send('DELETE', `${root}/t`, undefined, { 'if-match': first })).toMatchObject(stale)
  expect(send('GET', `${root}/t`).body.description).toBe('1')
  expect(send('DELETE', `${root}/t`, undefined, { 'if-match': second }).status).toBe(204)
})

test('a function can only be deleted without triggers', () => {
  const { send } = createDemo()
  send('POST', root, oss)
  send('POST', root, { ...oss, triggerName: 'u' })
  for (const name of ['t', 'u']) {
    expect(send('DELETE', '/demo/functions/f')).toMatchObject(refusal(409, 'FunctionNotEmpty'))
    expect(send('DELETE', `${root}/${name}`)).toMatchObject({ status: 204, body: undefined })
  }
  expect(send('DELETE', '/demo/functions/f').status).toBe(204)
  send('POST', '/demo/functions', leastFunction)
  expect(send('GET', root).body, 'a new function begins without').toEqual({ triggers: [] })
})

test.each([
  ['of a missing service', '/none/functions/f/triggers', 'ServiceNotFound'],
  ['of a missing function', '/demo/functions/none/triggers', 'FunctionNotFound'],
])('triggers %s are not found', (_, path, code) => {
  const { send } = createDemo()
  const refused = refusal(404, code)
  expect(send('POST', path, oss)).toMatchObject(refused)
  expect(send('GET', path)).toMatchObject(refused)
  expect(send('GET', `${path}/t`)).toMatchObject(refused)
  expect(send('PUT', `${path}/t`, {})).toMatchObject(refused)
  expect(send('DELETE', `${path}/t`)).toMatchObject(refused)
})

test('a missing trigger returns TriggerNotFound', () => {
  const { send } = createDemo()
  for (const [method, body] of [['GET'], ['PUT', {}], ['DELETE']] as const) {
    expect(send(method, `${root}/t`, body), method).toMatchObject(refusal(404, 'TriggerNotFound'))
  }
})
