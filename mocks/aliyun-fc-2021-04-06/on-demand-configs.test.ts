import { expect, test } from 'vitest'
import { createPublished } from './testing/config-requests.ts'

const config = '/services/demo/functions/f/on-demand-config'

test('a limit is created, read, replaced and deleted, each for one qualifier', () => {
  const { call } = createPublished()
  const created = call('PUT', `${config}?qualifier=prod`, { maximumInstanceCount: 10 })
  expect(created).toMatchObject({ status: 200, headers: { ETag: expect.stringMatching(/^[0-9a-f]{32}$/) } })
  expect(created.body).toEqual({ resource: 'services/demo.prod/functions/f', maximumInstanceCount: 10 })
  const read = call('GET', `${config}?qualifier=prod`)
  expect([read.body, read.headers.ETag]).toEqual([created.body, created.headers.ETag])
  expect(call('GET', `${config}?qualifier=LATEST`)).toMatchObject({
    status: 404,
    body: { Code: 'OnDemandConfigNotFound' },
  })
  expect(call('PUT', `${config}?qualifier=prod`, { maximumInstanceCount: 0 }).body.maximumInstanceCount).toBe(0)
  expect(call('DELETE', `${config}?qualifier=prod`)).toMatchObject({ status: 200, body: undefined })
  expect(call('DELETE', `${config}?qualifier=prod`).status).toBe(404)
})

test('If-Match prevents a change of another state', () => {
  const { call } = createPublished()
  const put = (etag?: string) =>
    call('PUT', `${config}?qualifier=prod`, { maximumInstanceCount: 1 }, etag === undefined ? {} : { 'if-match': etag })
  const { ETag = '' } = put().headers
  expect(put(ETag).status).toBe(200)
  expect(put(ETag)).toMatchObject({ status: 412, body: { Code: 'PreconditionFailed' } })
  expect(call('DELETE', `${config}?qualifier=prod`, undefined, { 'if-match': ETag }).status).toBe(412)
  expect(call('GET', `${config}?qualifier=prod`).status).toBe(200)
})

test.each([
  ['?qualifier=1', { maximumInstanceCount: 1 }, /^qualifier: /],
  ['', { maximumInstanceCount: 1 }, /^qualifier: /],
  ['?qualifier=prod', { maximumInstanceCount: -1 }, /^maximumInstanceCount: /],
  ['?qualifier=prod', {}, /^maximumInstanceCount: /],
])('a limit with the query %j and the body %j is rejected', (query, body, message) => {
  const response = createPublished().call('PUT', config + query, body)
  expect(response).toMatchObject({ status: 400, body: { Code: 'InvalidArgument' } })
  expect(response.body.Message).toMatch(message)
})

test('the list has the limits of all services by resource, with prefix, startKey and pages', () => {
  const { send, call } = createPublished()
  const list = (query = '') => call('GET', `/on-demand-configs${query}`).body
  expect(list()).toEqual({})
  for (const aliasName of ['a', 'b']) send('POST', '/demo/aliases', { aliasName, versionId: '1' })
  for (const qualifier of ['b', 'prod', 'a'])
    call('PUT', `${config}?qualifier=${qualifier}`, { maximumInstanceCount: 1 })
  const toQualifiers = ({ configs = [] }) =>
    configs.map(({ resource }: { resource: string }) => resource.replace(/^services\/demo\.|\/functions\/f$/g, ''))
  expect(toQualifiers(list())).toEqual(['a', 'b', 'prod'])
  expect(toQualifiers(list('?prefix=services/demo.b'))).toEqual(['b'])
  expect(toQualifiers(list('?startKey=services/demo.b'))).toEqual(['b', 'prod'])
  const first = list('?limit=2')
  expect(toQualifiers(list(`?limit=2&nextToken=${first.nextToken}`))).toEqual(['prod'])
  send('DELETE', '/demo/aliases/prod')
  expect(toQualifiers(list())).toEqual(['a', 'b'])
})

test('a function whose limit is 0 is invoked only on provisioned instances, or asynchronously', () => {
  const { clock, call, invoke } = createPublished()
  call('PUT', `${config}?qualifier=prod`, { maximumInstanceCount: 0 })
  const refused = invoke('demo.prod/f')
  expect([refused.status, JSON.parse(refused.text ?? '')]).toMatchObject([429, { ErrorCode: 'ResourceExhausted' }])
  expect(invoke('demo.prod/f', '', { 'x-fc-invocation-type': 'Async' }).status).toBe(202)
  expect(invoke('demo/f').status, 'the limit is the one of the alias').toBe(200)
  call('PUT', '/services/demo/functions/f/provision-config?qualifier=prod', { target: 1 })
  expect(invoke('demo.prod/f').status, 'the instance is starting').toBe(429)
  clock.advance(1000)
  expect(invoke('demo.prod/f').status).toBe(200)
})
