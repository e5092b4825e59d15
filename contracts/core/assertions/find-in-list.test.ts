import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Input } from '../http/wire-request.ts'
import { findInList } from './find-in-list.ts'

const { listServices } = api.operations

/** A server that returns a page of a list for each token. */
function find(toPage: (token: string) => Record<string, unknown>) {
  const requests: Input[] = []
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
          requests.push(input)
          token = String(input.query?.nextToken ?? '')
          return exchange
        },
        download: async () => undefined,
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
  return { search, requests }
}

test('the search follows tokens, keeps the query and ends at the entry', async () => {
  const { search, requests } = find((token) =>
    token === '' ? { services: [{ serviceName: 'a' }], nextToken: '2' } : { services: [{ serviceName: 'b' }] },
  )
  expect((await search).entry).toEqual({ serviceName: 'b' })
  expect(requests.map(({ query }) => query)).toEqual([{ prefix: 'b' }, { prefix: 'b', nextToken: '2' }])
})

test('a list without the entry, or without entries, returns undefined', async () => {
  expect((await find(() => ({ services: [null, { serviceName: 'a' }] })).search).entry).toBeUndefined()
  expect((await find(() => ({})).search).entry).toBeUndefined()
})

test('a list that does not end is a set-up error', async () => {
  const { search, requests } = find(() => ({ services: [], nextToken: 'again' }))
  await expect(search).rejects.toMatchObject({ name: 'SetupError', message: expect.stringMatching(/20 pages/) })
  expect(requests.length).toBe(20)
})
