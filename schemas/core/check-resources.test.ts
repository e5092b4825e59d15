import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../aliyun-fc-2016-08-15/api.ts'
import { alias, resources as own, service } from '../aliyun-fc-2016-08-15/resources.ts'
import { apis } from '../apis.ts'
import { resources } from '../resources.ts'
import { checkResources } from './check-resources.ts'
import type { Resource } from './resource.ts'

test.each(apis)('$id: resources and operations agree', (item) => {
  expect(resources[item.id]?.length).toBeGreaterThan(0)
  checkResources(item, resources[item.id] ?? [])
})

const { createAlias, getAlias, getService, listAliases, listVersions, deleteVersion } = api.operations

test.each<[what: string, change: Partial<Resource>, message: string | RegExp]>([
  ['a code that the API does not have', { exists: 'NoSuchCode' }, 'exists: the API has no error code NoSuchCode'],
  ['a code with another status', { missing: 'AliasAlreadyExists' }, /missing: AliasAlreadyExists has the status 409/],
  ['a path with other parameters', { read: getService }, /read, operation GetService: the path has the parameters/],
  ['a path of another resource', { remove: deleteVersion }, /remove, operation DeleteVersion: .*versionId, not/],
  [
    'a key that the body does not have',
    { key: 'name' },
    'create, operation CreateAlias: the request body has no field',
  ],
  ['a key that the response does not have', { keyIn: 'response', key: 'name' }, 'the response has no field name'],
  ['a write-only field that the body does not have', { writeOnly: ['none'] }, 'the request body has no field none'],
  ['a list without such entries', { entries: 'items' }, 'list, operation ListAliases: the response has no list items'],
  ['entries without the key', { list: listVersions, entries: 'versions' }, 'an entry of versions has no field'],
  ['no entries', { list: listAliases, entries: undefined as never }, 'entries is missing'],
  ['a parameter that the list does not have', { paging: { token: 'next', limit: 'limit' } }, 'no parameter next'],
  ['a field that the response does not have', { idField: 'aliasId' }, 'operation GetAlias: the response has no field'],
  ['no operation that creates it', { create: undefined as never }, "keyIn 'body' needs an operation that creates it"],
  [
    'a parent without a code',
    { keepsParent: true, parent: { ...service, notEmpty: undefined as never } },
    'keepsParent needs',
  ],
  ['an operation of another API', { read: { ...getAlias, id: 'ReadAlias' } }, 'does not have this operation'],
  [
    'a header that the response lacks',
    { read: { ...getAlias, success: createAlias.success }, etag: 'Tag' as 'ETag' },
    'no header Tag',
  ],
])('%s fails', (_, change, message) => {
  const changed = own.map((resource) => (resource === alias ? { ...alias, ...change } : resource))
  expect(() => checkResources(api, changed)).toThrow(message)
  expect(() => checkResources(api, changed)).toThrow(
    /schemas\/aliyun-fc-2016-08-15\/resources\.ts:\n {2}resource alias/,
  )
})

test('names must be unique and parents must come first', () => {
  expect(() => checkResources(api, [service, { ...alias, name: 'service' }])).toThrow('the name is not unique')
  expect(() => checkResources(api, [alias, service])).toThrow('its parent service must come before it')
})
