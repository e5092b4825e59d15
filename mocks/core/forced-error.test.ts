import { expect, test } from 'vitest'
import { fillPath } from '../../schemas/core/lib/path-template.ts'
import { createMock } from '../adapters/fetch/fetch.ts'
import { apiMocks } from '../apis.ts'
import { createBoxes } from './testing/boxes.ts'

const put = (prefer: string, query = '') => {
  const { emulator, send } = createBoxes()
  const before = emulator.exportState()
  const result = send('PUT', `/v9/boxes/a${query}`, { weight: 1 }, prefer === '' ? {} : { prefer })
  const isStored = emulator.exportState() !== before
  return { ...result, code: result.body?.code, isStored, entry: emulator.requestLog()[0] }
}

test.each([
  ['the header', 'error=Full', ''],
  ['the header among others', 'respond-async, error="Full"; wait=10', ''],
  ['the query', '', '?__error=Full'],
  ['the query, encoded', '', '?limit=1&__error=F%75ll'],
  ['a status in the header', 'code=409', ''],
  ['a status in the query', '', '?__code=409'],
  ['a status with an example of Prism’s', 'code=400, example=BadLid', ''],
])('an error is forced by %s, and nothing is stored', (_, prefer, query) => {
  const { status, code, isStored, entry } = put(prefer, query)
  expect([status, code, isStored]).toEqual(prefer.includes('400') ? [400, 'BadLid', false] : [409, 'Full', false])
  expect(entry).toMatchObject({ code, rule: '009 PutBox; the request forced this error' })
})

test('the header takes precedence over the query', () => {
  expect(put('error=Full', '?__error=BadLid').code).toBe('Full')
})

test('a status selects its first error, and an unknown example is ignored', () => {
  expect(put('code=400').code).toBe('Invalid')
  expect(put('code=400, example=Full').code).toBe('Invalid')
})

test('an error is forced even if the request is invalid', () => {
  const { send } = createBoxes()
  expect(send('PUT', '/v9/boxes/a', '{"broken', { prefer: 'error=Full' }).body.code).toBe('Full')
})

test.each([
  ['error=NotFound', 'PutBox cannot return the error NotFound'],
  ['error=', 'PutBox cannot return the error '],
  ['error=constructor', 'PutBox cannot return the error constructor'],
  ['code=404', 'PutBox cannot return an error with status 404'],
  ['code=abc', 'PutBox cannot return an error with status abc'],
])(
  '%s is rejected if the operation cannot return it, and the response lists the possible errors',
  (prefer, message) => {
    const result = put(prefer)
    expect([result.status, result.code, result.isStored]).toEqual([400, 'Invalid', false])
    expect(result.body.message).toBe(
      `${message}. You can force: Invalid (400), Malformed (400), TooLarge (413), BadLid (400), Full (409)`,
    )
  },
)

test.each(['code=200', 'dynamic=true', 'respond-async', 'example=box', 'return=minimal'])(
  '%s forces nothing',
  (prefer) => {
    expect(put(prefer)).toMatchObject({ status: 200, isStored: true })
  },
)

const everyError = apiMocks.flatMap(({ api }) =>
  Object.values(api.operations).flatMap((operation) =>
    [...operation.errors, ...operation.observedErrors].map((code) => ({ api, operation, code })),
  ),
)

const forms: readonly [
  string,
  (code: string, status: number) => { readonly query: string; readonly prefer?: string },
][] = [
  ['Prefer: error=', (code) => ({ query: '', prefer: `error=${code}` })],
  ['Prefer: code=', (code, status) => ({ query: '', prefer: `code=${status}, example=${code}` })],
  ['__error= in the query', (code) => ({ query: `?__error=${code}` })],
  ['__code= in the query', (code, status) => ({ query: `?__code=${status}&__example=${code}` })],
]

test.each(forms)('every error of every operation can be forced by %s', async (_, ask) => {
  const mock = createMock()
  for (const { api, operation, code } of everyError) {
    const { status = 0, message = '' } = api.errors[code] ?? {}
    const { query, prefer } = ask(code, status)
    const path = `${api.dialect.basePath}${fillPath(operation.path, () => 'x')}`
    const response = await mock.fetch(`https://mock.test${path}${query}`, {
      method: operation.method.toUpperCase(),
      headers: prefer === undefined ? {} : { Prefer: prefer },
    })
    const expected = api.dialect.toErrorBody({ code, message, requestId: 'id' })
    const { requestId: _id, RequestId: _Id, ...body } = (await response.json()) as Record<string, unknown>
    expect([response.status, expected], `${operation.id} ${code}`).toEqual([status, expect.objectContaining(body)])
    expect(response.headers.get('X-Mock-Rule')).toMatch(/; the request forced this error$/)
  }
  expect(everyError.length).toBeGreaterThan(200)
})

test('a status alone forces an error with that status, for every status of every operation', async () => {
  const mock = createMock()
  for (const { api, operation, code } of everyError) {
    const status = api.errors[code]?.status
    const path = `${api.dialect.basePath}${fillPath(operation.path, () => 'x')}`
    const method = operation.method.toUpperCase()
    const response = await mock.fetch(`https://mock.test${path}`, { method, headers: { Prefer: `code=${status}` } })
    expect(response.status, `${operation.id} ${status}`).toBe(status)
  }
})
