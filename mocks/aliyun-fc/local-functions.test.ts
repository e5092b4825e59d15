import { afterEach, describe, expect, test, vi } from 'vitest'
import type { WireResponse } from '../core/wire.ts'
import type { FunctionContext } from './local-function.ts'
import { createDemo, leastFunction } from './testing/fc.ts'
import { createGate, createLocal, isAsync, settle } from './testing/local.ts'

afterEach(() => void vi.useRealTimers())

const paths = ['2016-08-15', '2021-04-06'].map(
  (version) => [`/${version}/services/demo/functions/f/invocations`] as const,
)

describe.each(paths)('POST %s', (path) => {
  test('a result that is no promise is the response at once', () => {
    const { post } = createLocal((event) => `hello ${event}`)
    expect(post(path, 'you')).toMatchObject({ status: 200, body: 'hello you' })
  })

  test('a promise is the response when it ends, and requests do not wait for each other', async () => {
    const gates = [createGate(), createGate()]
    const { post } = createLocal((event) => gates[Number(event)]?.promise)
    const [first, second] = [post(path, '0'), post(path, '1')]
    gates[1]?.resolve({ second: true })
    expect(await second).toMatchObject({ body: '{"second":true}', headers: { 'Content-Type': 'application/json' } })
    gates[0]?.reject(new Error('boom'))
    expect(await first).toMatchObject({
      status: 200,
      headers: { 'X-Fc-Error-Type': 'UnhandledInvocationError', 'Content-Type': 'application/json' },
      body: '{"errorMessage":"boom","errorType":"Error","stackTrace":["Error: boom"]}',
    })
  })

  test('the context describes the invocation in the words of the vendor', () => {
    const contexts: FunctionContext[] = []
    const { post } = createLocal((_, context) => void contexts.push(context), { defaultAccount: '42' })
    const response = post(path) as WireResponse
    expect(contexts[0]).toMatchObject({
      requestId: response.headers['X-Fc-Request-Id'],
      credentials: { accessKeyId: '', accessKeySecret: '', securityToken: '' },
      function: { name: 'f', handler: 'index.handler', memory: 128, timeout: 3 },
      service: { name: 'demo', logProject: '', logStore: '', qualifier: 'LATEST', versionId: 'LATEST' },
      region: 'cn-hangzhou',
      accountId: '42',
      environmentVariables: {},
    })
    expect(contexts[0]).not.toHaveProperty('http')
    expect(response).toMatchObject({ status: 200, body: '' })
  })

  test('a timeout in real time is an unhandled error of the duration of the timeout, without a further delay', async () => {
    vi.useFakeTimers()
    const { post } = createLocal(() => new Promise(() => {}))
    const response = post(path, '', { 'x-fc-log-type': 'Tail' })
    await vi.advanceTimersByTimeAsync(3000)
    const { headers, ...rest } = await response
    expect(headers).toMatchObject({ 'X-Fc-Error-Type': 'UnhandledInvocationError' })
    expect(atob(headers['X-Fc-Log-Result'] ?? '')).toContain('Duration: 3000.00 ms')
    expect(rest).toEqual({ status: 200, body: '{"errorMessage":"the function exceeded its timeout of 3 s"}' })
  })

  test('an asynchronous invocation is accepted before the function runs', async () => {
    const events: string[] = []
    const { post } = createLocal((event) => void events.push(String(event)))
    const response = post(path, 'e', isAsync)
    expect(response).toMatchObject({ status: 202, body: undefined })
    expect(events).toEqual([])
    await settle()
    expect(events).toEqual(['e'])
  })

  test('an injected fault waits for the function', async () => {
    const gate = createGate()
    const { emulator, post } = createLocal(() => gate.promise)
    emulator.faults.add({ operation: 'InvokeFunction', connection: 'truncate', delayMs: 5, count: 1 })
    const response = post(path)
    gate.resolve('late')
    expect(await response).toMatchObject({ body: 'late', connection: 'truncate', delayMs: 5 })
  })
})

test('the context names version, alias, log and environment of the service', () => {
  const contexts: FunctionContext[] = []
  const { send, invoke } = createLocal((_, context) => void contexts.push(context))
  send('PUT', '/demo', { logConfig: { project: 'p', logstore: 'l' }, role: 'acs:ram::1:role/r' })
  send('PUT', '/demo/functions/f', { environmentVariables: { A: '1' }, memorySize: 512, timeout: 60 })
  send('POST', '/demo/versions')
  send('POST', '/demo/aliases', { aliasName: 'live', versionId: '1' })
  invoke('demo.live/f')
  expect(contexts[0]).toMatchObject({
    function: { memory: 512, timeout: 60 },
    service: { logProject: 'p', logStore: 'l', qualifier: 'live', versionId: '1' },
    environmentVariables: { A: '1' },
  })
})

test('the logger writes to the log, after the log of the rule', () => {
  const demo = createDemo({
    behaviour: {
      invocations: [
        {
          log: 'of the rule',
          answer: (_, { logger }) => {
            logger.info('hello', 1, { a: [1] })
            logger.error(new Error('boom'))
            const circular: Record<string, unknown> = {}
            circular.self = circular
            logger.warn(circular)
          },
        },
      ],
    },
  })
  const { headers } = demo.invoke('demo/f', '', { 'x-fc-log-type': 'Tail' })
  const id = headers['X-Fc-Request-Id']
  const [time, ...lines] = atob(headers['X-Fc-Log-Result'] ?? '')
    .split('\n')
    .slice(0, -1)
  expect([time, ...lines]).toEqual([
    'of the rule',
    `2016-08-15T15:00:00.000Z ${id} [info] hello 1 {"a":[1]}`,
    `2016-08-15T15:00:00.000Z ${id} [error] Error: boom`,
    `2016-08-15T15:00:00.000Z ${id} [warn] [an object without a JSON form]`,
  ])
})

test('delayMs delays the response of a function', () => {
  const { invoke } = createDemo({ behaviour: { invocations: [{ answer: () => 'late', delayMs: 20 }] } })
  expect(invoke('demo/f')).toMatchObject({ text: 'late', delayMs: 20 })
})

test('reset, restore, fork and import keep the rules of the option, and no state contains them', () => {
  const { emulator, send, invoke } = createLocal(() => 'local')
  const snapshot = emulator.snapshot()
  const text = emulator.exportState()
  emulator.reset()
  send('POST', '', { serviceName: 'demo' })
  send('POST', '/demo/functions', leastFunction)
  expect(invoke('demo/f').text).toBe('local')
  emulator.restore(snapshot)
  expect(invoke('demo/f').text).toBe('local')
  emulator.fork('other')
  expect(invoke('demo/f', '', { 'x-mock-namespace': 'other' }).text).toBe('local')
  emulator.importState(text)
  expect(invoke('demo/f').text).toBe('local')
  const without = createDemo()
  without.emulator.importState(text)
  expect(without.invoke('demo/f', 'echo').text).toBe('echo')
})

test('a function may call the mock itself, and its changes are kept', async () => {
  const { send, invoke, post } = createLocal((event) => {
    send('POST', '', { serviceName: `made-by-${event}` })
    return 'done'
  })
  invoke('demo/f', 'sync')
  await post('/2016-08-15/services/demo/functions/f/invocations', 'async', isAsync)
  await settle()
  expect([send('GET', '/made-by-sync').status, send('GET', '/made-by-async').status]).toEqual([200, 200])
})

describe('the request log', () => {
  const path = '/2016-08-15/services/demo/functions/f/invocations'

  test('has a request when its function has ended, with the time of its start', async () => {
    const gate = createGate()
    const { emulator, clock, post } = createLocal(() => gate.promise)
    const response = post(path)
    expect(emulator.requestLog({ operation: 'InvokeFunction' })).toEqual([])
    clock.advance(5000)
    gate.resolve('result')
    await response
    expect(emulator.requestLog({ operation: 'InvokeFunction' })).toMatchObject([
      { time: '2016-08-15T15:00:00.000Z', response: { status: 200, body: { text: 'result' } } },
    ])
  })

  test('a deterministic clock moves when a request arrives, not when its function ends', async () => {
    const gate = createGate()
    const { emulator, post } = createLocal(() => gate.promise, { deterministic: 1 })
    const before = Date.parse(emulator.clock.read().now)
    const response = post(path)
    expect(Date.parse(emulator.clock.read().now) - before).toBe(1000)
    gate.resolve('')
    await response
    expect(Date.parse(emulator.clock.read().now) - before).toBe(1000)
  })
})
