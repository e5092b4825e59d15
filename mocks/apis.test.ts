import { expect, test } from 'vitest'
import { createMock } from './adapters/fetch/fetch.ts'
import { apiMocks } from './apis.ts'
import { checkResult } from './core/encode.ts'
import { type Endpoint, toEndpoint } from './core/endpoint.ts'
import { toExampleResult } from './core/example.ts'

const endpoints: [string, Endpoint][] = apiMocks.flatMap((mock) =>
  Object.entries(mock.api.operations).map(([key, operation]): [string, Endpoint] => [
    `${mock.api.id} ${operation.id}`,
    toEndpoint(mock, key, operation),
  ]),
)

test.each(endpoints)('%s has an example that matches its schema', (_, endpoint) => {
  const example = toExampleResult(endpoint.operation)
  if (!example) throw new Error('no example')
  expect(() => checkResult(endpoint, example)).not.toThrow()
})

test('every operation of every API has a handler, as the coverage shows', () => {
  const { emulator } = createMock()
  const respondedBy = emulator
    .coverage()
    .flatMap(({ api, detail }) => detail.map((entry) => `${api} ${entry.operation}: ${entry.respondedBy}`))
  expect(respondedBy.sort()).toEqual(endpoints.map(([name]) => `${name}: handler`).sort())
})
