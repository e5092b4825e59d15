/** Results of functions that real runtimes return. Each test names the row of its case. */
import { describe, expect, test } from 'vitest'
import type { InvocationRule } from '../mocks/aliyun-fc/invocation-rules.ts'
import { createDemo as createDemoMock } from './testing/field-case-client.ts'

const path = '/services/demo/functions/f'
const invoke = `${path}/invocations`

const createDemo = (...invocations: readonly InvocationRule[]) =>
  createDemoMock({ behaviour: { 'aliyun-fc': { invocations } } })

const readTexts = async (...responses: readonly Promise<Response>[]) => {
  const texts: string[] = []
  for (const response of responses) texts.push(await (await response).text())
  return texts
}

test('A16: a counter can have a start value', async () => {
  const { send } = await createDemo({ response: { kind: 'counter', start: 2 } })
  expect(await readTexts(send('POST', invoke), send('POST', invoke))).toEqual(['2', '3'])
})

test('A16: a rule can match the initializer, and each function has its own counter', async () => {
  const { send } = await createDemo(
    { initializer: 'counter.initializer', response: { kind: 'counter', start: 2 } },
    { initializer: '', response: { kind: 'counter' } },
  )
  expect(await readTexts(send('POST', invoke), send('POST', invoke))).toEqual(['1', '2'])
  const code = { zipFile: btoa('x') }
  const body = { functionName: 'g', handler: 'h', runtime: 'nodejs8', code, initializer: 'counter.initializer' }
  await send('POST', '/services/demo/functions', body)
  const other = '/services/demo/functions/g/invocations'
  expect(await readTexts(send('POST', other), send('POST', other))).toEqual(['2', '3'])
})

test.each([
  [{ kind: 'unhandledError', text: 'exited: signal 9' }, 'UnhandledInvocationError', 'application/octet-stream'],
  [{ kind: 'handledError', text: '<p>no</p>', contentType: 'text/html' }, 'HandledInvocationError', 'text/html'],
] as const)('A16: an error can have a body that is not JSON: %j', async (response, type, contentType) => {
  const { send } = await createDemo({ response })
  const invoked = await send('POST', invoke)
  expect([invoked.status, await invoked.text()]).toEqual([200, response.text])
  expect(invoked.headers.get('x-fc-error-type')).toBe(type)
  expect(invoked.headers.get('content-type')).toBe(contentType)
})

test.each([
  { kind: 'text', text: 'x', contentType: 'text/plain; charset=utf-8' },
  { kind: 'echo', contentType: 'image/png' },
  { kind: 'bytes', base64: 'AAE=', contentType: 'image/png' },
  { kind: 'json', value: { a: 1 }, contentType: 'application/problem+json' },
] as const)('A16: a response can have a content type: %j', async (response) => {
  const { send } = await createDemo({ response })
  expect((await send('POST', invoke)).headers.get('content-type')).toBe(response.contentType)
})

test.each([
  { kind: 'handledError' },
  { kind: 'handledError', message: 'a', text: 'b' },
  { kind: 'text', text: 'x', contentType: 'a\nb' },
  { kind: 'counter', start: 'one' },
])('A16: an invalid rule is rejected: %j', async (response) => {
  await expect(createDemo({ response } as unknown as InvocationRule)).rejects.toThrow(/^behaviour of aliyun-fc: /)
})

describe('A16: HTTP triggers', () => {
  const trigger = (methods: readonly string[] = ['GET', 'POST']) => ({
    triggerName: 'web',
    triggerType: 'http',
    triggerConfig: { authType: 'anonymous', methods },
  })
  const withTrigger = async (...rules: readonly InvocationRule[]) => {
    const client = await createDemo(...rules)
    await client.send('POST', `${path}/triggers`, trigger())
    return client
  }

  test('a rule determines status, headers and body', async () => {
    const { send } = await withTrigger({
      response: { kind: 'json', value: { ok: true } },
      http: { status: 202, headers: { 'X-Own': 'yes', 'Content-Type': 'application/vnd.own+json' } },
    })
    const response = await send('GET', '/proxy/demo/f/action%20with%20space?key=value')
    expect([response.status, await response.json()]).toEqual([202, { ok: true }])
    expect(response.headers.get('x-own')).toBe('yes')
    expect(response.headers.get('content-type')).toBe('application/vnd.own+json')
    expect(response.headers.get('x-fc-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('without a rule, the response is the body of the request', async () => {
    const { sendText, lastEntry } = await withTrigger()
    const response = await sendText('POST', '/2016-08-15/proxy/demo/f/', 'hello world')
    expect([response.status, await response.text()]).toEqual([200, 'hello world'])
    expect(lastEntry()).toMatchObject({ api: 'aliyun-fc-2016-08-15', response: { status: 200 } })
  })

  test('a failing function is 502, and a counter counts', async () => {
    const failing = await withTrigger({ response: { kind: 'unhandledError', message: 'exited' } })
    const response = await failing.send('GET', '/proxy/demo/f/x')
    expect([response.status, await response.json()]).toEqual([502, { errorMessage: 'exited' }])
    const { send } = await withTrigger({ response: { kind: 'counter' } })
    expect(await readTexts(send('GET', '/proxy/demo/f'), send('GET', '/proxy/demo.LATEST/f/y'))).toEqual(['1', '2'])
  })

  test.each([
    ['GET', '/proxy/none/f/', 404, 'ServiceNotFound'],
    ['GET', '/proxy/demo/none/', 404, 'FunctionNotFound'],
    ['GET', '/proxy/demo/g/', 404, 'TriggerNotFound'],
    ['DELETE', '/proxy/demo/f/', 403, 'AccessDenied'],
    ['GET', '/proxy/demo', 400, 'PathNotSupported'],
  ])('%s %s is %i %s', async (method, at, status, ErrorCode) => {
    const { send } = await withTrigger()
    const code = { zipFile: btoa('x') }
    await send('POST', '/services/demo/functions', { functionName: 'g', handler: 'h', runtime: 'nodejs8', code })
    const response = await send(method, at)
    expect([response.status, (await response.json()).ErrorCode]).toEqual([status, ErrorCode])
  })

  test('namespaces are isolated', async () => {
    const { send } = await withTrigger()
    const response = await send('GET', '/proxy/demo/f/', undefined, { 'x-mock-namespace': 'other' })
    expect((await response.json()).ErrorCode).toBe('ServiceNotFound')
  })
})
