import { expect, test } from 'vitest'
import type { InvocationRule } from '../aliyun-fc/invocation-rules.ts'
import { createDemo, leastFunction } from '../aliyun-fc/testing/fc.ts'

const text = (value: string) => ({ kind: 'text', text: value }) as const

const withRules = (...invocations: InvocationRule[]) => createDemo({ behaviour: { invocations } })

const path = '/2016-08-15/services/demo/functions/f/invocations'

test('without rules, an invocation returns its event: any bytes, of any content type', () => {
  const { sendRaw } = createDemo()
  const event = Uint8Array.from({ length: 256 }, (_, i) => i)
  for (const type of ['application/json', 'application/octet-stream', 'text/plain', undefined]) {
    const { status, headers, body } = sendRaw('POST', path, event, { 'content-type': type })
    expect([status, body]).toEqual([200, event])
    expect(headers).not.toHaveProperty('X-Fc-Error-Type')
    expect(headers).not.toHaveProperty('X-Fc-Log-Result')
  }
})

test('an invocation without a body has an empty event', () => {
  const { sendRaw } = createDemo()
  expect(sendRaw('POST', path)).toMatchObject({ status: 200, body: new Uint8Array() })
})

test('a rule applies only to its function', () => {
  const { send, invoke } = withRules({ function: 'f', response: text('hello') })
  send('POST', '/demo/functions', { ...leastFunction, functionName: 'g' })
  expect(invoke('demo/f', 'e')).toMatchObject({ status: 200, text: 'hello' })
  expect(invoke('demo/g', 'e')).toMatchObject({ status: 200, text: 'e' })
})

test('rules match the invoked version', () => {
  const { send, invoke } = withRules(
    { version: '1', response: text('one') },
    { handler: 'new.handler', response: text('new') },
    { handler: 'index.handler', response: text('old') },
  )
  send('POST', '/demo/versions')
  send('PUT', '/demo', { description: 'd' })
  send('POST', '/demo/versions')
  send('PUT', '/demo/functions/f', { handler: 'new.handler' })
  expect(['demo', 'demo.LATEST', 'demo.1', 'demo.2'].map((service) => invoke(`${service}/f`).text)).toEqual([
    'new',
    'new',
    'one',
    'old',
  ])
})

test('the weights of an alias distribute its invocations, but reads use the main version', () => {
  const { send, invoke } = withRules({ version: '1', response: text('1') }, { version: '2', response: text('2') })
  send('POST', '/demo/versions', { description: 'one' })
  send('PUT', '/demo', { description: 'd' })
  send('POST', '/demo/versions', { description: 'two' })
  send('POST', '/demo/aliases', { aliasName: 'a', versionId: '1', additionalVersionWeight: { '2': 0.5 } })
  const responses = () => Array.from({ length: 100 }, () => invoke('demo.a/f').text)
  expect(new Set(responses())).toEqual(new Set(['1', '2']))
  for (let i = 0; i < 20; i += 1) expect(send('GET', '/demo.a').body.description).toBe('one')
  send('PUT', '/demo/aliases/a', { additionalVersionWeight: { '2': 1 } })
  expect(new Set(responses())).toEqual(new Set(['2']))
  send('PUT', '/demo/aliases/a', { additionalVersionWeight: { '2': 0 } })
  expect(new Set(responses())).toEqual(new Set(['1']))
})

test('a counter counts the invocations of one function in all versions, synchronous and asynchronous', () => {
  const { send, invoke } = withRules({ response: { kind: 'counter' } })
  send('POST', '/demo/functions', { ...leastFunction, functionName: 'g' })
  send('POST', '/demo/versions')
  expect([invoke('demo/f').text, invoke('demo.1/f').text, invoke('demo/g').text]).toEqual(['1', '2', '1'])
  expect(invoke('demo/f', '', { 'x-fc-invocation-type': 'Async' }).status).toBe(202)
  expect(invoke('demo/f').text).toBe('4')
  send('DELETE', '/demo/functions/f')
  send('POST', '/demo/functions', leastFunction)
  expect(invoke('demo/f').text, 'a new function of the same name begins anew').toBe('1')
})

test('a counter belongs to a namespace, and a reset restores it and the rules', () => {
  const { emulator, send, invoke } = withRules({ response: { kind: 'counter' } })
  const one = { 'x-mock-namespace': 'one' }
  send('POST', '', { serviceName: 'demo' }, one)
  send('POST', '/demo/functions', leastFunction, one)
  expect([invoke('demo/f').text, invoke('demo/f').text, invoke('demo/f', '', one).text]).toEqual(['1', '2', '1'])
  emulator.reset()
  send('POST', '', { serviceName: 'demo' })
  send('POST', '/demo/functions', leastFunction)
  expect([invoke('demo/f').text, invoke('demo/f', '', one).text]).toEqual(['1', '2'])
})

test.each([
  ['handledError', 'HandledInvocationError'],
  ['unhandledError', 'UnhandledInvocationError'],
] as const)('a function with a %s returns 200 all the same, and names the type', (kind, errorType) => {
  const { invoke } = withRules({ response: { kind, message: 'boom' } })
  expect(invoke('demo/f')).toMatchObject({
    status: 200,
    headers: { 'X-Fc-Error-Type': errorType },
    text: '{"errorMessage":"boom"}',
  })
})

test('a response is delayed, at most by the timeout of the function', () => {
  const { send, invoke } = withRules({ response: text('late'), delayMs: 3500 })
  expect(invoke('demo/f')).toMatchObject({
    status: 200,
    delayMs: 3000,
    headers: { 'X-Fc-Error-Type': 'UnhandledInvocationError' },
  })
  send('PUT', '/demo/functions/f', { timeout: 4 })
  expect(invoke('demo/f')).toMatchObject({ status: 200, delayMs: 3500, text: 'late' })
})

test('an asynchronous invocation is accepted at once, without a body or a content type', () => {
  const { invoke } = withRules({ response: text('late'), delayMs: 1000 })
  const result = invoke('demo/f', 'e', { 'x-fc-invocation-type': 'Async' })
  expect(result).toEqual({ status: 202, headers: { 'X-Fc-Request-Id': expect.any(String) }, text: undefined })
})

test('the log is returned only if the request includes X-Fc-Log-Type', () => {
  const { invoke } = withRules({ response: text('x'), delayMs: 120, log: 'from the function' })
  const tail = invoke('demo/f', '', { 'x-fc-log-type': 'Tail' }).headers['X-Fc-Log-Result']
  expect(atob(tail ?? '')).toBe('from the function\nDuration: 120.00 ms, Billed Duration: 200 ms, Memory Size: 128 MB')
  for (const type of ['None', undefined]) {
    expect(invoke('demo/f', '', { 'x-fc-log-type': type }).headers).not.toHaveProperty('X-Fc-Log-Result')
  }
})

test.each([
  ['an asynchronous invocation with X-Fc-Log-Type', { 'x-fc-invocation-type': 'Async', 'x-fc-log-type': 'Tail' }],
  ['an unknown invocation type', { 'x-fc-invocation-type': 'Later' }],
  ['an unknown log type', { 'x-fc-log-type': 'All' }],
])('%s is rejected, and nothing is invoked', (_, headers) => {
  const { invoke } = withRules({ response: { kind: 'counter' } })
  expect(invoke('demo/f', '', headers)).toMatchObject({ status: 400, text: expect.stringContaining('InvalidArgument') })
  expect(invoke('demo/f').text).toBe('1')
})

test('a missing function cannot be invoked, synchronously or asynchronously', () => {
  const { invoke } = createDemo()
  for (const headers of [{}, { 'x-fc-invocation-type': 'Async' }]) {
    expect(invoke('demo/none', '', headers)).toMatchObject({
      status: 404,
      text: expect.stringContaining('FunctionNotFound'),
    })
  }
})

test('invalid rules are rejected when the emulator is created', () => {
  // @ts-expect-error there is no such response
  expect(() => withRules({ response: { kind: 'sing' } })).toThrow('behaviour of aliyun-fc')
})
