import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Exchange } from '../http/exchange.ts'
import { findInList } from './find-in-list.ts'
import type { Input } from '../http/wire-request.ts'

const { listServices } = api.operations

/** A list whose pages a function makes from the token. */
function find(toPage: (token: string) => Record<string, unknown>) {
  const asked: Input[] = []
  const exchange: Exchange = {
    operation: listServices,
    request: { method: 'GET', url: '', headers: [], body: new Uint8Array() },
    response: { status: 200, headers: [], body: new Uint8Array() },
    durationMs: 0,
    attempts: 1,
  }
  let token = ''
  const search = findInList(
    {
      target: {
        send: async (_, input = {}) => {
          asked.push(input)
          token = String(input.query?.nextToken ?? '')
          return exchange
        },
      },
      expectResponse: () => toPage(token),
    },
    {
      operation: listServices,
      input: { query: { prefix: 'b' } },
      entries: 'services',
      token: 'nextToken',
      isWanted: ({ serviceName }) => serviceName === 'b',
    },
  )
  return { search, asked }
}

test('the search follows the token, keeps the query and ends where it finds the entry', async () => {
  const { search, asked } = find((token) =>
    token === '' ? { services: [{ serviceName: 'a' }], nextToken: '2' } : { services: [{ serviceName: 'b' }] },
  )
  expect((await search).entry).toEqual({ serviceName: 'b' })
  expect(asked.map(({ query }) => query)).toEqual([{ prefix: 'b' }, { prefix: 'b', nextToken: '2' }])
})

test('a list that ends without the entry, or has no entries, returns nothing', async () => {
  expect((await find(() => ({ services: [null, { serviceName: 'a' }] })).search).entry).toBeUndefined()
  expect((await find(() => ({})).search).entry).toBeUndefined()
})

test('a list without end is given up, as set-up that failed', async () => {
  const { search, asked } = find(() => ({ services: [], nextToken: 'again' }))
  await expect(search).rejects.toMatchObject({ name: 'SetupError', message: expect.stringMatching(/20 pages/) })
  expect(asked.length).toBe(20)
})
