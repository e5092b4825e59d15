import { afterEach, expect, test, vi } from 'vitest'
import type { FunctionContext, LocalFunction } from './local-function.ts'
import { toHttpContent } from './http-content.ts'
import { runLocally } from './run-locally.ts'

afterEach(() => void vi.useRealTimers())

const json = 'application/json'

/** Runs a function with a timeout of one second. */
function run(local: LocalFunction, event: string | Uint8Array = '', isHttp = false) {
  const bytes = typeof event === 'string' ? new TextEncoder().encode(event) : event
  const context = { function: { timeout: 1 } } as FunctionContext // the rest is not read
  return runLocally(local, bytes, context, isHttp ? toHttpContent : undefined)
}

const circular: Record<string, unknown> = {}
circular.self = circular

test.each<[unknown, string | Uint8Array, string?]>([
  ['hé', 'hé'],
  ['', ''],
  [undefined, ''],
  [null, 'null', json],
  [{}, '{}', json],
  [Object.create(null), '{}', json],
  [new Date(0), '"1970-01-01T00:00:00.000Z"', json],
  [0, '0', json],
  [false, 'false', json],
  [{ a: [1, null] }, '{"a":[1,null]}', json],
  [{ statusCode: 404 }, '{"statusCode":404}', json],
  [Uint8Array.of(255, 0), Uint8Array.of(255, 0)],
  [new DataView(Uint8Array.of(1, 2, 3).buffer, 1), Uint8Array.of(2, 3)],
  [Uint8Array.of(7).buffer, Uint8Array.of(7)],
])('the result %o is a body, at once or as a promise', async (value, body, mediaType) => {
  const expected = { body, errorType: undefined, ...(mediaType && { mediaType }) }
  expect(run(() => value)).toEqual(expected)
  const promised = run(async () => value)
  expect(promised).toBeInstanceOf(Promise)
  expect(await promised).toEqual(expected)
})

test('every thenable is a promise', async () => {
  const result = run(() => ({
    // biome-ignore lint/suspicious/noThenProperty: the test needs one
    then: (resolve: (value: unknown) => void) => resolve('later'),
  }))
  expect(await result).toMatchObject({ body: 'later' })
})

class Missing extends Error {
  override readonly name = 'Missing'
}

test.each<[unknown, object]>([
  [new Error('boom'), { errorMessage: 'boom', errorType: 'Error', stackTrace: ['Error: boom'] }],
  [new Missing('gone'), { errorMessage: 'gone', errorType: 'Missing', stackTrace: ['Missing: gone'] }],
  ['boom', { errorMessage: 'boom' }],
  [undefined, { errorMessage: 'undefined' }],
])('a thrown %s ends the function, at once or as a promise, without a path of this machine', async (thrown, body) => {
  const expected = { body: JSON.stringify(body), mediaType: json, errorType: 'UnhandledInvocationError' }
  const local = () => {
    throw thrown
  }
  expect(run(local)).toEqual(expected)
  expect(await run(async () => local())).toEqual(expected)
})

test('a returned error is an error that the function handled', async () => {
  const expected = { errorType: 'HandledInvocationError', body: expect.stringContaining('"errorMessage":"no"') }
  expect(run(() => new TypeError('no'))).toMatchObject(expected)
  expect(await run(async () => new TypeError('no'))).toMatchObject(expected)
})

test.each<[string, unknown, string]>([
  ['a BigInt', 1n, 'a value without a JSON form: Do not know how to serialize a BigInt'],
  ['a circular object', circular, 'a value without a JSON form: Converting circular structure to JSON'],
  ['a function', () => 1, 'a value without a JSON form: it is a Function'],
  ['a Map', new Map([[1, 2]]), 'a value without a JSON form: it is a Map'],
  ['a Response', new Response('text'), 'a value without a JSON form: it is a Response'],
  ['a symbol', Symbol('s'), 'a value without a JSON form: it is a Symbol'],
])('%s cannot be sent, and the error says so', async (_, value, message) => {
  for (const result of [run(() => value), await run(async () => value)]) {
    expect(result).toMatchObject({ errorType: 'UnhandledInvocationError' })
    expect(JSON.parse(String((await result).body)).errorMessage).toBe(`the function returned ${message}`)
  }
})

test('an event is bytes, text and JSON', () => {
  const event = JSON.stringify({ name: 'Zoë' })
  run((bytes) => {
    expect(bytes).toBeInstanceOf(Uint8Array)
    expect(new TextDecoder().decode(bytes)).toBe(event)
    expect([String(bytes), `${bytes}`, bytes.json()]).toEqual([event, event, { name: 'Zoë' }])
    expect(String(bytes.subarray(0, 1))).toBe('{')
  }, event)
  expect(run((bytes) => bytes.json(), '{')).toMatchObject({ body: expect.stringContaining('SyntaxError') })
})

test('a function that changes its event does not change the request', () => {
  const event = Uint8Array.of(1, 2)
  run((bytes) => bytes.fill(0), event)
  expect(event).toEqual(Uint8Array.of(1, 2))
})

test('an invocation through an HTTP trigger may return a response', () => {
  const returns = (value: unknown) => run(() => value, '', true)
  expect(returns({ statusCode: 201, headers: { 'X-Own': 'yes' }, body: 'made' })).toEqual({
    body: 'made',
    errorType: undefined,
    http: { status: 201, headers: { 'X-Own': 'yes' } },
  })
  expect(returns({ statusCode: 200, body: '/wA=', isBase64Encoded: true })).toMatchObject({
    body: Uint8Array.of(255, 0),
  })
  expect(returns({ statusCode: 200, body: { a: 1 } })).toMatchObject({ body: '{"a":1}', mediaType: json })
  expect(returns({ statusCode: 204 })).toMatchObject({ body: '', http: { status: 204 } })
  expect(returns({ a: 1 })).toMatchObject({ body: '{"a":1}' })
  expect(returns(undefined)).toEqual({ body: '', errorType: undefined })
})

test.each<[object, string]>([
  [{ statusCode: 99 }, 'statusCode: must be at least 200'],
  [{ statusCode: '200' }, 'statusCode: must be a number'],
  [{ statusCode: 200, headers: { 'X-Own': 1 } }, 'headers.X-Own: must be a string'],
  [{ statusCode: 200, headers: { 'X-Own': 'a\nb' } }, 'headers.X-Own: must match'],
  [{ statusCode: 200, body: '%', isBase64Encoded: true }, 'body: must be base64'],
])('the invalid response %j is an error that names the field', (value, message) => {
  const { body, errorType } = run(() => value, '', true) as { body: string; errorType: string }
  expect(errorType).toBe('UnhandledInvocationError')
  expect(body).toContain(`the function returned an invalid response: ${message}`)
})

test('a promise that exceeds the timeout is a timeout, and its later result is ignored', async () => {
  vi.useFakeTimers()
  const late = run(() => new Promise((resolve) => setTimeout(resolve, 1001, 'late')))
  const failing = run(() => new Promise((_, reject) => setTimeout(reject, 1001, new Error('late'))))
  const inTime = run(() => new Promise((resolve) => setTimeout(resolve, 999, 'in time')))
  await vi.advanceTimersByTimeAsync(1000)
  const timeout = {
    body: '{"errorMessage":"the function exceeded its timeout of 1 s"}',
    mediaType: json,
    errorType: 'UnhandledInvocationError',
    durationMs: 1000,
  }
  expect(await Promise.all([late, failing, inTime])).toEqual([
    timeout,
    timeout,
    { body: 'in time', errorType: undefined },
  ])
  await vi.advanceTimersByTimeAsync(1)
  await run(async () => 'soon')
  expect(vi.getTimerCount(), 'no timer keeps the process running').toBe(0)
})
