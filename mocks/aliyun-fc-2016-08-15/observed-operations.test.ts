import { describe, expect, test } from 'vitest'
import { leastFunction } from '../aliyun-fc/testing/fc.ts'
import { createPublished } from './testing/observed-requests.ts'

const f = '/services/demo/functions/f'
const ofProd = '/services/demo.prod/functions/f'
const arn = 'acs:fc:cn-hangzhou:123:services/demo'
const tagPath = `/tag?resourceArn=${encodeURIComponent(arn)}`

/** Paths of the same resource in both versions, and a request of each version that writes it. */
const resources = [
  {
    name: 'a provision configuration',
    body: { target: 2 },
    path2016: `${ofProd}/provision-config`,
    path2021: `${f}/provision-config?qualifier=prod`,
  },
  {
    name: 'an on-demand configuration',
    body: { maximumInstanceCount: 3 },
    path2016: `${ofProd}/on-demand-config`,
    path2021: `${f}/on-demand-config?qualifier=prod`,
  },
  {
    name: 'an async invoke configuration of an alias',
    body: { maxAsyncRetryAttempts: 1 },
    path2016: `${ofProd}/async-invoke-config`,
    path2021: `${f}/async-invoke-config?qualifier=prod`,
  },
  {
    name: 'an async invoke configuration',
    body: { maxAsyncRetryAttempts: 2 },
    path2016: `${f}/async-invoke-config`,
    path2021: `${f}/async-invoke-config`,
  },
]

describe('both versions show the same resources', () => {
  test.each(resources)('$name that FC 2016 stores is visible in FC 2021', ({ body, path2016, path2021 }) => {
    const { call, call2021 } = createPublished()
    const stored = call('PUT', path2016, body)
    expect(stored).toMatchObject({ status: 200, body })
    const read = call2021('GET', path2021)
    expect([read.status, read.body, read.headers.ETag]).toEqual([200, stored.body, stored.headers.Etag])
  })

  test.each(resources)('$name that FC 2021 stores is visible in FC 2016', ({ body, path2016, path2021 }) => {
    const { call, call2021 } = createPublished()
    const stored = call2021('PUT', path2021, body)
    const read = call('GET', path2016)
    expect([read.status, read.body, read.headers.Etag]).toEqual([200, stored.body, stored.headers.ETag])
    expect(read.body).toMatchObject(body)
  })

  test('a configuration that one version deletes is missing in the other', () => {
    const { call, call2021 } = createPublished()
    call2021('PUT', `${f}/on-demand-config?qualifier=prod`, { maximumInstanceCount: 3 })
    call('PUT', `${ofProd}/async-invoke-config`, {})
    expect(call('DELETE', `${ofProd}/on-demand-config`).status).toBe(204)
    expect(call2021('DELETE', `${f}/async-invoke-config?qualifier=prod`).status).toBe(204)
    expect(call2021('GET', `${f}/on-demand-config?qualifier=prod`).status).toBe(404)
    expect(call('GET', `${ofProd}/async-invoke-config`).status).toBe(404)
  })

  test('lists', () => {
    const { call, call2021 } = createPublished()
    for (const { body, path2016 } of resources) call('PUT', path2016, body)
    for (const path of ['/provision-configs', '/on-demand-configs', `${f}/async-invoke-configs`]) {
      const { status, body } = call('GET', path)
      expect([status, body], path).toEqual([200, call2021('GET', path).body])
      expect(JSON.stringify(body), path).toContain('demo')
    }
  })

  test('tags', () => {
    const { call, call2021 } = createPublished()
    call('POST', '/tag', { resourceArn: arn, tags: { a: '1', b: '2' } })
    expect(call2021('GET', tagPath).body).toEqual({ resourceArn: arn, tags: { a: '1', b: '2' } })
    call2021('PUT', '/tag', { resourceArn: arn, tagKeys: ['a'] })
    expect(call('GET', tagPath).body).toMatchObject({ resourceArn: arn, tags: { b: '2' } })
    call('DELETE', '/tag', { resourceArn: arn, all: true, tagKeys: [] })
    expect(call2021('GET', tagPath).body.tags).toEqual({})
  })

  test('custom domains', () => {
    const { call, call2021 } = createPublished()
    const created = call('POST', '/custom-domains', { domainName: 'a.com' }).body
    expect(created).toMatchObject({ domainName: 'a.com', protocol: 'HTTP', apiVersion: '2016-08-15' })
    expect(call2021('GET', '/custom-domains/a.com').body).toEqual(created)
    call2021('POST', '/custom-domains', { domainName: 'b.com' })
    expect(call('GET', '/custom-domains?startKey=b').body.customDomains).toMatchObject([{ domainName: 'b.com' }])
  })

  test('VPC bindings', () => {
    const { call, call2021 } = createPublished()
    call('POST', '/services/demo/binding', { vpcId: 'vpc-1' })
    call2021('POST', '/services/demo/bindings', { vpcId: 'vpc-2' })
    expect(call('GET', '/services/demo/bindings').body).toEqual({ vpcIds: ['vpc-1', 'vpc-2'] })
    call('DELETE', '/services/demo/binding', { vpcId: 'vpc-2' })
    expect(call2021('GET', '/services/demo/bindings').body).toEqual({ vpcIds: ['vpc-1'] })
  })

  test('settings of the account, and reserved capacities of a seed', () => {
    const reservedCapacities = [{ instanceId: 'fc-1', cu: 2 }]
    const seed = { 'aliyun-fc-2021-04-06': { reservedCapacities, accountSettings: { defaultRole: 'r' } } }
    const { call, call2021 } = createPublished({ seed })
    expect(call('GET', '/account-settings').body).toEqual(call2021('GET', '/account-settings').body)
    expect(call('GET', '/account-settings').body.defaultRole).toBe('r')
    expect(call('GET', '/reservedCapacities').body).toMatchObject({ reservedCapacities })
  })
})

test('responses of tag operations contain the id of the request', () => {
  const { call } = createPublished()
  const request = { resourceArn: arn, tags: { a: '1' } }
  for (const { body, headers } of [call('POST', '/tag', request), call('GET', tagPath)]) {
    expect(body.requestId).toMatch(/^[\da-f-]{36}$/)
    expect(body.requestId).toBe(headers['X-Fc-Request-Id'])
  }
})

test('provisioned instances and the limit of on-demand instances affect invocations', () => {
  const { call, invoke, clock } = createPublished()
  call('PUT', `${ofProd}/on-demand-config`, { maximumInstanceCount: 0 })
  expect(invoke('demo.prod/f').status).toBe(429)
  call('PUT', `${ofProd}/provision-config`, { target: 1 })
  clock.advance(1000)
  expect(invoke('demo.prod/f').status).toBe(200)
  expect(call('GET', `${ofProd}/provision-config`).body).toMatchObject({ target: 1, current: 1 })
})

test('a service whose name has a dot can have configurations', () => {
  const { call, send } = createPublished()
  send('POST', '', { serviceName: 'a.b' })
  send('POST', '/a.b/functions', leastFunction)
  expect(call('PUT', '/services/a.b/functions/f/async-invoke-config', {}).body).toMatchObject({
    service: 'a.b',
    qualifier: 'LATEST',
  })
  expect(call('GET', '/services/a.b/functions/f/async-invoke-config').status).toBe(200)
})

test('each temporary bucket token has its own object, and expires in an hour', () => {
  const { call } = createPublished()
  const { body } = call('GET', '/tempBucketToken')
  expect(body).toMatchObject({
    credentials: {
      AccessKeyId: expect.stringMatching(/^STS\./),
      AccessKeySecret: expect.stringMatching(/./),
      SecurityToken: expect.stringMatching(/./),
      Expiration: '2016-08-15T16:00:00Z',
    },
    ossRegion: 'oss-cn-hangzhou',
    ossBucket: expect.stringMatching(/./),
  })
  expect(call('GET', '/tempBucketToken').body.objectName).not.toBe(body.objectName)
})

test('the resource of a provision configuration names the account of the request', () => {
  const { call } = createPublished()
  const account = { 'x-fc-account-id': '42' }
  call('POST', '/services', { serviceName: 's' }, account)
  call('POST', '/services/s/functions', leastFunction, account)
  const path = '/services/s.LATEST/functions/f/provision-config'
  expect(call('GET', path, undefined, account).body).toMatchObject({ resource: '42#s#LATEST#f', target: 0 })
  expect(call('PUT', path, { target: 1 }, account).body).toMatchObject({ resource: '42#s#LATEST#f', target: 1 })
  expect(call('GET', `${ofProd}/provision-config`).body.resource).toBe('123456789012#demo#prod#f')
})

test('the coverage of the mock lists these operations', () => {
  const { call, emulator } = createPublished()
  call('GET', '/account-settings')
  const { detail = [] } = emulator.coverage().find(({ api }) => api === 'aliyun-fc-2016-08-15') ?? {}
  expect(detail).toContainEqual(
    expect.objectContaining({ operation: 'GetAccountSettings', respondedBy: 'handler', calls: 1 }),
  )
  expect(detail.filter(({ respondedBy }) => respondedBy !== 'handler')).toEqual([])
})
