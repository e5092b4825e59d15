import { test } from 'vitest'
import { aliyunFc20160815 } from '../aliyun-fc-2016-08-15/api.ts'
import { resource } from './resource.ts'

const {
  createAlias: create,
  getAlias: read,
  listAliases: list,
  deleteAlias: remove,
  getService,
} = aliyunFc20160815.operations
const alias = { name: 'alias', key: 'aliasName', keyIn: 'body', create, read } as const

test('a resource that contradicts its operations does not compile', () => {
  resource({ ...alias, list, entries: 'aliases', remove, exists: 'AliasAlreadyExists', missing: 'AliasNotFound' })
  // @ts-expect-error the request body has no such field
  resource({ ...alias, key: 'name' })
  // @ts-expect-error the path of GetService has no aliasName
  resource({ ...alias, read: getService })
  // @ts-expect-error the path of GetService has no such name
  resource({ ...alias, read: getService, readKey: 'aliasName' })
  // @ts-expect-error CreateAlias does not have this code
  resource({ ...alias, exists: 'FunctionAlreadyExists' })
  // @ts-expect-error GetAlias does not have this code
  resource({ ...alias, missing: 'NoSuchCode' })
  // @ts-expect-error the response of the list has no such field
  resource({ ...alias, list, entries: 'items' })
  // @ts-expect-error this field of the response is not a list
  resource({ ...alias, list, entries: 'nextToken' })
  // @ts-expect-error the query of the list has no such parameter
  resource({ ...alias, list, entries: 'aliases', paging: { token: 'nextToken', limit: 'size' } })
  // @ts-expect-error the response has no such field
  resource({ ...alias, idField: 'aliasId' })
  // @ts-expect-error the request body has no such field
  resource({ ...alias, writeOnly: ['secret'] })
})
