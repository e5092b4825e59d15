import { expect, test } from 'vitest'
import { createPublished } from './testing/config-requests.ts'

const arn = 'acs:fc:cn-shanghai:123:services/demo'
const get = (resourceArn: string) => `/tag?resourceArn=${encodeURIComponent(resourceArn)}`

test('tags are added and replaced by key, and removed by key or all at once', () => {
  const { call } = createPublished()
  const read = () => call('GET', get(arn)).body
  expect(read()).toEqual({ resourceArn: arn, tags: {} })
  const added = call('POST', '/tag', { resourceArn: arn, tags: { k1: 'v1', k3: 'v3' } })
  expect(added).toMatchObject({ status: 200, body: undefined })
  expect(added.headers).not.toHaveProperty('Content-Type')
  call('POST', '/tag', { resourceArn: arn, tags: { k2: 'v2', k3: 'new' } })
  expect(read().tags).toEqual({ k1: 'v1', k2: 'v2', k3: 'new' })
  call('PUT', '/tag', { resourceArn: arn, tagKeys: ['k3', 'none'], all: true })
  expect(read().tags, 'all has no effect beside keys').toEqual({ k1: 'v1', k2: 'v2' })
  call('PUT', '/tag', { resourceArn: arn, tagKeys: [], all: true })
  expect(read().tags).toEqual({})
})

test('short and complete names name the same service, and responses have the complete name', () => {
  const { call } = createPublished()
  const headers = { 'X-Fc-Account-Id': '42' }
  call('POST', '/tag', { resourceArn: 'services/demo', tags: { k: 'v' } })
  expect(call('GET', get('services/demo'), undefined, { 'x-fc-account-id': '42' }).body).toEqual({
    resourceArn: 'acs:fc:cn-hangzhou:42:services/demo',
    tags: { k: 'v' },
  })
  call('POST', '/tag', { resourceArn: arn, tags: { k: 'v' } }, headers)
  expect(call('GET', get('services/demo')).body.resourceArn).toBe(arn)
})

test.each([
  ['the name of another resource', { resourceArn: `${arn}/functions/f`, tags: { k: 'v' } }, /^resourceArn: /],
  ['no tag', { resourceArn: arn, tags: {} }, /^tags: /],
  [
    '21 tags',
    { resourceArn: arn, tags: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`k${i}`, 'v'])) },
    /^tags: /,
  ],
  ['an empty key', { resourceArn: arn, tags: { '': 'v' } }, /^tags/],
  ['a key that begins with acs:', { resourceArn: arn, tags: { 'acs:k': 'v' } }, /^tags/],
  ['a value that contains http://', { resourceArn: arn, tags: { k: 'see http://a' } }, /^tags\.k: /],
  ['a value of 129 characters', { resourceArn: arn, tags: { k: 'v'.repeat(129) } }, /^tags\.k: /],
])('tags with %s are rejected with the name of the field, and not stored', (_, body, message) => {
  const { call, emulator } = createPublished()
  const before = emulator.exportState()
  const response = call('POST', '/tag', body)
  expect(response).toMatchObject({ status: 400, body: { Code: 'InvalidArgument' } })
  expect(response.body.Message).toMatch(message)
  expect(emulator.exportState()).toBe(before)
})

test('the removal of tags needs a key, or all', () => {
  const { call } = createPublished()
  for (const rest of [{}, { all: false }, { tagKeys: [] }]) {
    const response = call('PUT', '/tag', { resourceArn: arn, ...rest })
    expect(response).toMatchObject({ status: 400, body: { Message: expect.stringMatching(/^tagKeys: /) } })
  }
})

test('only services with tags are listed, in pages, and deleting a service deletes its tags', () => {
  const { send, call } = createPublished()
  for (const serviceName of ['a', 'b', 'c']) send('POST', '', { serviceName })
  for (const name of ['c', 'a', 'demo']) call('POST', '/tag', { resourceArn: `services/${name}`, tags: { k: name } })
  const first = call('GET', '/tags?limit=2').body
  expect(first.resources.map(({ tags }: { tags: object }) => tags)).toEqual([{ k: 'a' }, { k: 'c' }])
  const second = call('GET', `/tags?limit=2&nextToken=${first.nextToken}`).body
  expect(second).toEqual({
    resources: [{ resourceArn: 'acs:fc:cn-hangzhou:123456789012:services/demo', tags: { k: 'demo' } }],
  })
  send('DELETE', '/a')
  send('POST', '', { serviceName: 'a' })
  expect(call('GET', '/tags').body.resources).toHaveLength(2)
  expect(call('GET', '/tags?nextToken=none')).toMatchObject({ status: 400, body: { Code: 'InvalidArgument' } })
})
