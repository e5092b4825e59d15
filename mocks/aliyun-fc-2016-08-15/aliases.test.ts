import { expect, test } from 'vitest'
import { createDemo, refusal } from '../aliyun-fc/testing/fc.ts'

const root = '/demo/aliases'

/** A demo with versions 1, 2 and 3. */
function createVersions() {
  const fc = createDemo()
  for (const description of ['one', 'two', 'three']) {
    fc.send('PUT', '/demo', { description })
    fc.send('POST', '/demo/versions', { description })
  }
  return fc
}

test('an alias is returned as it was sent, with its times and an ETag', () => {
  const { send } = createVersions()
  const alias = { aliasName: 'a', versionId: '1', description: 'd', additionalVersionWeight: { '2': 0.05 } }
  const created = send('POST', root, alias)
  expect(created).toMatchObject({ status: 200, headers: { Etag: expect.stringMatching(/^[0-9a-f]{32}$/) } })
  expect(created.body).toEqual({
    ...alias,
    createdTime: '2016-08-15T15:00:00.000+0000',
    lastModifiedTime: '2016-08-15T15:00:00.000+0000',
  })
  expect(send('GET', `${root}/a`)).toMatchObject({ headers: { Etag: created.headers.Etag }, body: created.body })
  expect(send('GET', root).body).toEqual({ aliases: [created.body] })
})

test('the version is accepted under both field names; the name of the clients takes precedence and is used in responses', () => {
  const { send } = createVersions()
  expect(send('POST', root, { aliasName: 'page', versionID: '1' }).body.versionId).toBe('1')
  expect(send('POST', root, { aliasName: 'both', versionID: '1', versionId: '2' }).body.versionId).toBe('2')
  expect(send('PUT', `${root}/page`, { versionID: '2' }).body).toMatchObject({ versionId: '2' })
  expect(send('PUT', `${root}/page`, { versionID: '1', versionId: '3' }).body.versionId).toBe('3')
  expect(send('GET', `${root}/page`).body).not.toHaveProperty('versionID')
})

test.each([
  ['no name', { aliasName: undefined }, 'aliasName: must be present'],
  ['an empty name', { aliasName: '' }, 'aliasName: must not be empty, a number or LATEST'],
  ['a number as its name', { aliasName: '12' }, 'aliasName: must not be empty, a number or LATEST'],
  ['LATEST as its name', { aliasName: 'LATEST' }, 'aliasName: must not be empty, a number or LATEST'],
  ['no version', { versionId: undefined }, 'versionId: must be present'],
  ['a weight above 1', { additionalVersionWeight: { '2': 1.01 } }, 'additionalVersionWeight.2: must be at most 1'],
  ['a weight below 0', { additionalVersionWeight: { '2': -0.1 } }, 'additionalVersionWeight.2: must be at least 0'],
  [
    'a weight that is a string',
    { additionalVersionWeight: { '2': '0.5' } },
    'additionalVersionWeight.2: must be a number',
  ],
])('an alias with %s is rejected with the name of the field, and not stored', (_, change, message) => {
  const { send } = createVersions()
  const alias = { aliasName: 'a', versionId: '1', ...change }
  expect(send('POST', root, alias)).toMatchObject(refusal(400, 'InvalidArgument', expect.stringContaining(message)))
  expect(send('GET', root).body.aliases).toEqual([])
})

test.each([
  ['as its version', { versionId: '4' }],
  ['with a leading zero', { versionId: '01' }],
  ['as LATEST', { versionId: 'LATEST' }],
  ['with a weight', { additionalVersionWeight: { '2': 0.1, '4': 0.1 } }],
])('an alias that names a missing version %s is rejected on create and update', (_, change) => {
  const { send } = createVersions()
  const refused = refusal(404, 'VersionNotFound')
  expect(send('POST', root, { aliasName: 'a', versionId: '1', ...change })).toMatchObject(refused)
  expect(send('GET', root).body.aliases).toEqual([])
  send('POST', root, { aliasName: 'a', versionId: '1' })
  expect(send('PUT', `${root}/a`, change)).toMatchObject(refused)
  expect(send('GET', `${root}/a`).body).toMatchObject({ versionId: '1' })
})

test('an existing name is rejected', () => {
  const { send } = createVersions()
  send('POST', root, { aliasName: 'a', versionId: '1' })
  expect(send('POST', root, { aliasName: 'a', versionId: '2' })).toMatchObject(refusal(409, 'AliasAlreadyExists'))
  expect(send('GET', `${root}/a`).body.versionId).toBe('1')
})

test('an update changes only the fields that it contains, and replaces all weights', () => {
  const { clock, send } = createVersions()
  const before = send('POST', root, { aliasName: 'a', versionId: '1', additionalVersionWeight: { '2': 0.5 } })
  clock.advance(1000)
  const described = send('PUT', `${root}/a`, { description: 'alone, as one client sends it' })
  expect(described.body).toEqual({
    ...before.body,
    description: 'alone, as one client sends it',
    lastModifiedTime: '2016-08-15T15:00:01.000+0000',
  })
  expect(described.headers.Etag).not.toBe(before.headers.Etag)
  const weighed = send('PUT', `${root}/a`, { additionalVersionWeight: { '3': 1 } })
  expect(weighed.body.additionalVersionWeight).toEqual({ '3': 1 })
  const cleared = send('PUT', `${root}/a`, { additionalVersionWeight: {} })
  expect(cleared.body).not.toHaveProperty('additionalVersionWeight')
  expect(send('GET', `${root}/a`)).toMatchObject({ headers: { Etag: cleared.headers.Etag }, body: cleared.body })
})

test('a changed alias is read as its new version immediately', () => {
  const { send } = createVersions()
  send('POST', root, { aliasName: 'a', versionId: '1' })
  expect(send('GET', '/demo.a').body.description).toBe('one')
  send('PUT', `${root}/a`, { versionId: '3' })
  expect(send('GET', '/demo.a').body.description).toBe('three')
})

test('deleting the version of an alias keeps the alias, which can be updated; reads find no version', () => {
  const { send } = createVersions()
  send('POST', root, { aliasName: 'a', versionId: '1' })
  expect(send('DELETE', '/demo/versions/1').status).toBe(204)
  expect(send('GET', `${root}/a`).body.versionId).toBe('1')
  expect(send('GET', '/demo.a')).toMatchObject(refusal(404, 'VersionNotFound'))
  expect(send('PUT', `${root}/a`, { description: 'stale' }).status).toBe(200)
  expect(send('PUT', `${root}/a`, { versionId: '1' })).toMatchObject(refusal(404, 'VersionNotFound'))
  expect(send('PUT', `${root}/a`, { versionId: '2' }).status).toBe(200)
  expect(send('GET', '/demo.a').status).toBe(200)
})

test('If-Match allows an update of an alias only with the current ETag', () => {
  const { send } = createVersions()
  const first = send('POST', root, { aliasName: 'a', versionId: '1' }).headers.Etag
  const second = send('PUT', `${root}/a`, { versionId: '2' }, { 'if-match': first }).headers.Etag
  const stale = refusal(412, 'PreconditionFailed')
  expect(send('PUT', `${root}/a`, { versionId: '3' }, { 'if-match': first })).toMatchObject(stale)
  expect(send('DELETE', `${root}/a`, undefined, { 'if-match': first })).toMatchObject(stale)
  expect(send('GET', `${root}/a`).body.versionId).toBe('2')
  expect(send('DELETE', `${root}/a`, undefined, { 'if-match': second })).toMatchObject({ status: 204, body: undefined })
  expect(send('GET', `${root}/a`)).toMatchObject(refusal(404, 'AliasNotFound'))
})

test('updating an alias in a missing service returns AliasNotFound, because ServiceNotFound is undocumented there', () => {
  const { send } = createDemo()
  expect(send('PUT', '/none/aliases/a', {})).toMatchObject(refusal(404, 'AliasNotFound'))
  expect(send('DELETE', '/none/aliases/a')).toMatchObject(refusal(404, 'AliasNotFound'))
  expect(send('GET', '/none/aliases/a')).toMatchObject(refusal(404, 'ServiceNotFound'))
  expect(send('GET', '/none/aliases')).toMatchObject(refusal(404, 'ServiceNotFound'))
  expect(send('POST', '/none/aliases', { aliasName: 'a', versionId: '1' })).toMatchObject(
    refusal(404, 'ServiceNotFound'),
  )
})
