import { expect, test } from 'vitest'
import { apiMocks } from './apis.ts'
import { checkReply } from './core/encode.ts'
import { type Endpoint, toEndpoint } from './core/endpoint.ts'
import { toExampleReply } from './core/example.ts'
import { createMock } from './doors/fetch.ts'

const endpoints: [string, Endpoint][] = apiMocks.flatMap((mock) =>
  Object.entries(mock.api.operations).map(([key, operation]): [string, Endpoint] => [
    `${mock.api.id} ${operation.id}`,
    toEndpoint(mock, key, operation),
  ]),
)

test.each(endpoints)('%s has an example that keeps its own schema', (_, endpoint) => {
  const example = toExampleReply(endpoint.operation)
  if (!example) throw new Error('no example')
  expect(() => checkReply(endpoint, example)).not.toThrow()
})

test('the operations with a handler are these; all others answer from examples', () => {
  const { emulator } = createMock()
  const live = emulator
    .coverage()
    .flatMap(({ api, detail }) =>
      detail.filter(({ answeredBy }) => answeredBy === 'handler').map(({ operation }) => `${api} ${operation}`),
    )
  expect(live.sort()).toEqual(
    ['Service', 'Function']
      .flatMap((resource) => [
        `Create${resource}`,
        `Delete${resource}`,
        `Get${resource}`,
        `List${resource}s`,
        `Update${resource}`,
      ])
      .map((operation) => `aliyun-fc-2016-08-15 ${operation}`)
      .sort(),
  )
})

test.each([
  ['PUT', '/2021-04-06/services/s/functions/f', '{}'],
  ['GET', '/2016-08-15/services/s.1/functions/f/code', undefined],
  [
    'PUT',
    '/v2/p/fgs/functions/urn:fss:r:p:function:default:f:latest/code',
    '{"code_type":"inline","func_code":{"file":"YQ=="},"code_filename":"index.js"}',
  ],
])('%s %s answers its example over the wire', async (method, path, body) => {
  const headers = { 'content-type': 'application/json' }
  const init = body === undefined ? { method } : { method, body, headers }
  const response = await createMock().fetch(`http://localhost${path}`, init)
  expect([response.status, await response.json()]).toEqual([200, expect.any(Object)])
})
