import { describe, expect, test } from 'vitest'
import { aliyunFc20160815 } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { aliyunFc20210406 } from '../../../schemas/aliyun-fc-2021-04-06/api.ts'
import { huaweiFunctionGraphV2 } from '../../../schemas/huawei-functiongraph-v2/api.ts'
import { fillPath } from '../../../schemas/core/lib/path-template.ts'
import { createMatcher } from './match-operation.ts'

describe.each([aliyunFc20160815, aliyunFc20210406, huaweiFunctionGraphV2])('$id', (api) => {
  const operations = Object.values(api.operations).map((operation) => ({ id: operation.id, operation }))
  test.each(operations)('$id', ({ operation }) => {
    const path = fillPath(operation.path, (name) => `a-${name}`)
    const match = createMatcher(api)({
      method: operation.method.toUpperCase(),
      url: `https://fc.example:8080${api.dialect.basePath}${path}?x=1`,
    })
    expect(match).toMatchObject({ kind: 'operation', operation: { id: operation.id } })
  })
})

const match = createMatcher(aliyunFc20160815)

test.each([
  ['a path before the base path', 'GET', 'http://a/gateway/2016-08-15/services/x', 'operation'],
  ['another method', 'PATCH', 'http://a/2016-08-15/services/x', 'unknown'],
  ['another path', 'GET', 'http://a/2016-08-15/nothing', 'unknown'],
  ['another base path', 'GET', 'http://a/2016-08-150/services/x', 'foreign'],
  ['a preflight request', 'OPTIONS', 'http://a/2016-08-15/services/x', 'foreign'],
  ['another scheme', 'GET', 'data:text/plain,/2016-08-15/services/x', 'foreign'],
  ['no URL', 'GET', 'http://[/2016-08-15/services/x', 'foreign'],
])('%s', (_, method, url, kind) => {
  expect(match({ method, url }).kind).toBe(kind)
})

test('a qualifier is a part of the path, and values are decoded', () => {
  expect(match({ method: 'GET', url: 'http://a/2016-08-15/services/x%20y.live' })).toMatchObject({
    path: { serviceName: 'x y', qualifier: 'live' },
  })
})
