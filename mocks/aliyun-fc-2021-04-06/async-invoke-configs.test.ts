import { expect, test } from 'vitest'
import { createPublished } from './testing/config-requests.ts'

const root = '/services/demo/functions/f'
const config = `${root}/async-invoke-config`
const settings = {
  destinationConfig: {
    onSuccess: { destination: 'acs:fc:cn-shanghai:123:services/s1/functions/f1' },
    onFailure: { destination: 'acs:mns:cn-shanghai:123:/queues/q/messages' },
  },
  maxAsyncEventAgeInSeconds: 300,
  maxAsyncRetryAttempts: 1,
  statefulInvocation: true,
}

test('a configuration is created, read, replaced and deleted, for LATEST and for an alias', () => {
  const { clock, call } = createPublished()
  const created = call('PUT', `${config}?qualifier=prod`, settings)
  expect(created).toMatchObject({ status: 200 })
  expect(created.body).toEqual({
    service: 'demo',
    function: 'f',
    qualifier: 'prod',
    createdTime: '2016-08-15T15:00:00Z',
    lastModifiedTime: '2016-08-15T15:00:00Z',
    ...settings,
  })
  expect(call('GET', config)).toMatchObject({ status: 404, body: { Code: 'AsyncConfigNotExists' } })
  clock.advance(1000)
  const replaced = call('PUT', `${config}?qualifier=prod`, { maxAsyncRetryAttempts: 0 }).body
  expect(replaced).toEqual({
    service: 'demo',
    function: 'f',
    qualifier: 'prod',
    createdTime: '2016-08-15T15:00:00Z',
    lastModifiedTime: '2016-08-15T15:00:01Z',
    maxAsyncRetryAttempts: 0,
  })
  expect(call('GET', `${config}?qualifier=prod`).body).toEqual(replaced)
  expect(call('PUT', config).body, 'without a body').toMatchObject({ qualifier: 'LATEST' })
  expect(call('DELETE', `${config}?qualifier=prod`).status).toBe(204)
  expect(call('GET', `${config}?qualifier=prod`).status).toBe(404)
  expect(call('DELETE', `${config}?qualifier=`).status, 'an empty qualifier is LATEST').toBe(204)
})

test('the list has the configurations of all qualifiers in pages, and is empty without configs', () => {
  const { call } = createPublished()
  const list = (query = '') => call('GET', `${root}/async-invoke-configs${query}`).body
  expect(list()).toEqual({ nextToken: '' })
  for (const qualifier of ['prod', 'LATEST', '1']) call('PUT', `${config}?qualifier=${qualifier}`, {})
  const first = list('?limit=2')
  expect(first.configs.map((one: { qualifier: string }) => one.qualifier)).toEqual(['1', 'LATEST'])
  const second = list(`?limit=2&nextToken=${first.nextToken}`)
  expect(second.configs.map((one: { qualifier: string }) => one.qualifier)).toEqual(['prod'])
  expect(second.nextToken).toBe('')
})

test.each([
  ['maxAsyncEventAgeInSeconds', 0],
  ['maxAsyncEventAgeInSeconds', 604_801],
  ['maxAsyncRetryAttempts', -1],
  ['maxAsyncRetryAttempts', 9],
])('%s: %i is rejected', (field, value) => {
  const { call } = createPublished()
  const response = call('PUT', config, { [field]: value })
  expect(response).toMatchObject({ status: 400, body: { Code: 'InvalidArgument' } })
  expect(response.body.Message).toMatch(new RegExp(`^${field}: `))
  expect(call('GET', config).status).toBe(404)
})

test('a function of a version has the configuration of its alias after LATEST is deleted, until the alias is deleted', () => {
  const { send, call } = createPublished()
  for (const query of ['', '?qualifier=prod', '?qualifier=1']) call('PUT', config + query, settings)
  send('DELETE', '/demo/functions/f')
  expect(call('GET', `${config}?qualifier=prod`).status).toBe(200)
  expect(call('GET', config)).toMatchObject({ status: 404, body: { Code: 'FunctionNotFound' } })
  send('POST', '/demo/functions', { functionName: 'f', handler: 'h', runtime: 'nodejs8', code: { zipFile: '' } })
  expect(call('GET', config)).toMatchObject({ status: 404, body: { Code: 'AsyncConfigNotExists' } })
  send('DELETE', '/demo/aliases/prod')
  send('POST', '/demo/aliases', { aliasName: 'prod', versionId: '1' })
  expect(call('GET', `${config}?qualifier=prod`)).toMatchObject({ body: { Code: 'AsyncConfigNotExists' } })
  expect(call('GET', `${config}?qualifier=1`).status).toBe(200)
})

test('a change of a configuration is no change that can be published', () => {
  const { send, call } = createPublished()
  call('PUT', config, settings)
  expect(send('POST', '/demo/versions', {})).toMatchObject({ status: 409, body: { ErrorCode: 'VersionPublishError' } })
})

test('names in another case, as an SDK sends them, are accepted, but not by a strict mock', () => {
  const body = { DestinationConfig: { OnFailure: { Destination: 'a' }, OnSuccess: null }, MaxAsyncRetryAttempts: 1 }
  expect(createPublished().call('PUT', config, body).body).toMatchObject({
    destinationConfig: { onFailure: { destination: 'a' } },
    maxAsyncRetryAttempts: 1,
  })
  expect(createPublished({ strict: true }).call('PUT', config, body)).toMatchObject({
    status: 400,
    body: { Code: 'InvalidArgument', Message: expect.stringMatching(/DestinationConfig/) },
  })
})
