import { expect, test } from 'vitest'
import { apiMocks } from '../apis.ts'
import { createMock } from '../doors/fetch.ts'
import { createBoxes } from './test-boxes.ts'

const put = (prefer: string, query = '') => {
  const { emulator, send } = createBoxes()
  const before = emulator.exportState()
  const result = send('PUT', `/v9/boxes/a${query}`, { weight: 1 }, prefer === '' ? {} : { prefer })
  const isStored = emulator.exportState() !== before
  return { ...result, code: result.body?.code, isStored, entry: emulator.journal()[0] }
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
  expect(entry).toMatchObject({ code, rule: '009 PutBox; forced by the request' })
})

test('the header wins over the query', () => {
  expect(put('error=Full', '?__error=BadLid').code).toBe('Full')
})

test('a status takes the first error that has it, and an example that is none of them counts for nothing', () => {
  expect(put('code=400').code).toBe('Invalid')
  expect(put('code=400, example=Full').code).toBe('Invalid')
})

test('an error is forced whatever else is wrong with the request', () => {
  const { send } = createBoxes()
  expect(send('PUT', '/v9/boxes/a', '{"broken', { prefer: 'error=Full' }).body.code).toBe('Full')
})

test.each([
  ['error=NotFound', 'PutBox has not the error NotFound'],
  ['error=', 'PutBox has not the error '],
  ['error=constructor', 'PutBox has not the error constructor'],
  ['code=404', 'PutBox has not an error with status 404'],
  ['code=abc', 'PutBox has not an error with status abc'],
])('%s is refused where the operation has it not, and the answer says what it has', (prefer, message) => {
  const result = put(prefer)
  expect([result.status, result.code, result.isStored]).toEqual([400, 'Invalid', false])
  expect(result.body.message).toBe(
    `${message}. What can be asked for: Invalid (400), Malformed (400), TooLarge (413), BadLid (400), Full (409)`,
  )
})

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

test('every error that any operation of any API has can be forced, in its envelope and with its status', async () => {
  const mock = createMock()
  for (const { api, operation, code } of everyError) {
    const path = `${api.dialect.basePath}${operation.path.replace(/\{\w+\}/g, 'x')}`
    const url = `https://mock.test${path}?__error=${code}`
    const response = await mock.fetch(url, { method: operation.method.toUpperCase() })
    const expected = api.dialect.toErrorBody({ code, message: api.errors[code]?.message ?? '', requestId: 'id' })
    const { requestId: _, RequestId: __, ...body } = (await response.json()) as Record<string, unknown>
    expect([response.status, expected], `${operation.id} ${code}`).toEqual([
      api.errors[code]?.status,
      expect.objectContaining(body),
    ])
  }
  expect(everyError.length).toBeGreaterThan(200)
})
