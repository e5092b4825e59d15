import { expect, test } from 'vitest'
import { createMock } from './fetch.ts'

const services = 'https://1.cn-hangzhou.fc.aliyuncs.com/2016-08-15/services'

test('a mock answers requests without a socket', async () => {
  const mock = createMock()
  const created = await mock.fetch(services, { method: 'POST', body: JSON.stringify({ serviceName: 'a b/c' }) })
  expect(created.status).toBe(200)
  expect(created.headers.get('content-type')).toBe('application/json')
  const read = await mock.fetch(new Request(`${services}/a%20b%2Fc`))
  expect(await read.json()).toEqual(await created.json())
  const gone = await mock.fetch(new URL(`${services}/a%20b%2Fc`), { method: 'DELETE' })
  expect([gone.status, gone.body, gone.headers.get('content-type')]).toEqual([204, null, null])
})

test('two mocks share nothing, and each can be emptied', async () => {
  const [one, two] = [createMock(), createMock()]
  await one.fetch(services, { method: 'POST', body: '{"serviceName":"a"}' })
  expect((await two.fetch(`${services}/a`)).status).toBe(404)
  one.emulator.reset()
  expect((await one.fetch(`${services}/a`)).status).toBe(404)
})

test('a mock of one API knows no other', async () => {
  const mock = createMock({ apis: ['huawei-functiongraph-v2'] })
  expect((await mock.fetch(services)).status).toBe(404)
  expect(mock.emulator.mocks.map(({ api }) => api.id)).toEqual(['huawei-functiongraph-v2'])
})

test('an API that does not exist is refused, and the known ones are named', () => {
  expect(() => createMock({ apis: ['aws'] })).toThrow('unknown API aws; known are aliyun-fc-2016-08-15, ')
})

test('a transport fault is the network error that a client would see', async () => {
  const { emulator } = createMock()
  const mock = createMock({
    emulator: { ...emulator, handle: () => ({ status: 200, headers: {}, body: '', fault: 'reset' }) },
  })
  await expect(mock.fetch(services)).rejects.toThrow(TypeError)
})
