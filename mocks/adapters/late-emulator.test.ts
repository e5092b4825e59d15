import { expect, test, vi } from 'vitest'
import { createMock } from './fetch/fetch.ts'

const services = 'https://1.cn-hangzhou.fc.aliyuncs.com/2016-08-15/services'
const auth = { mode: 'verify', credentials: [{ id: 'known', secret: 'secret' }] } as const
const headers = { authorization: 'FC unknown:signature', date: new Date().toUTCString() }

test('requests that arrive before the check of credentials is loaded are checked, in their order', async () => {
  const { emulator, fetch } = createMock({ auth })
  const responses = await Promise.all([fetch(`${services}?limit=1`, { headers }), fetch(`${services}?limit=2`)])
  expect(responses.map(({ status }) => status)).toEqual([403, 403])
  expect(await Promise.all(responses.map(async (response) => (await response.json()).ErrorCode))).toEqual([
    'InvalidAccessKeyID',
    'AccessDenied',
  ])
  expect(emulator.requestLog({}).map(({ request }) => request.query)).toEqual(['limit=1', 'limit=2'])
})

test.each([undefined, { mode: 'off' } as const])(
  'without a check of credentials (%o), an emulator does not wait',
  (off) => {
    const { emulator } = createMock({ auth: off })
    const request = {
      method: 'GET',
      path: '/2016-08-15/services',
      query: '',
      headers: {},
      body: undefined,
      host: 'test',
    }
    expect(emulator.handle(request)).toMatchObject({ status: 200 })
  },
)

test('after the first request, an emulator with a check of credentials does not wait', async () => {
  const { emulator, fetch } = createMock({ auth })
  await fetch(services)
  const request = { method: 'GET', path: '/2016-08-15/services', query: '', headers: {}, body: undefined, host: 'test' }
  expect(emulator.handle(request)).toMatchObject({ status: 403 })
})

test('an explanation is printed when its text is loaded', async () => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { fetch } = createMock({ auth: { ...auth, explain: true } })
  await fetch(services, { headers: { ...headers, authorization: 'FC known:signature' } })
  await vi.waitFor(() => expect(print.mock.calls.join()).toContain('the signature does not match'))
  print.mockRestore()
})
