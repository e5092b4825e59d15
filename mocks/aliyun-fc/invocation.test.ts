import { expect, test } from 'vitest'
import type { InvocationRule } from './invocation-rules.ts'
import { invoke, toLogResult } from './invocation.ts'

const json = 'application/json'
const event = Uint8Array.from([0, 255, 10])
const circumstances = {
  timeoutSeconds: 3,
  count: () => 7,
  toContext(): never {
    throw new Error('only local functions need a context')
  },
}

test.each<[InvocationRule['response'], unknown, string | undefined, string?]>([
  [{ kind: 'echo' }, event, undefined],
  [{ kind: 'text', text: 'hé' }, 'hé', undefined],
  [{ kind: 'json', value: { a: [1, null] } }, '{"a":[1,null]}', undefined, json],
  [{ kind: 'json', value: null }, 'null', undefined, json],
  [{ kind: 'bytes', base64: '/wA=' }, Uint8Array.from([255, 0]), undefined],
  [{ kind: 'counter' }, '7', undefined],
  [{ kind: 'handledError', message: 'm' }, '{"errorMessage":"m"}', 'HandledInvocationError', json],
  [{ kind: 'unhandledError', message: 'm' }, '{"errorMessage":"m"}', 'UnhandledInvocationError', json],
])('%j returns the response of its kind', (response, body, errorType, mediaType) => {
  expect(invoke({ response }, event, circumstances)).toEqual({
    ...{ body, errorType, mediaType },
    ...{ durationMs: 0, delayMs: 0, log: '' },
  })
})

test('an invocation up to the timeout succeeds, and a longer one is ended', () => {
  const rule = (delayMs: number): InvocationRule => ({ response: { kind: 'echo' }, delayMs })
  expect(invoke(rule(3000), event, circumstances)).toMatchObject({ body: event, durationMs: 3000, delayMs: 3000 })
  expect(invoke(rule(3001), event, circumstances)).toMatchObject({
    body: '{"errorMessage":"the function exceeded its timeout of 3 s"}',
    mediaType: json,
    errorType: 'UnhandledInvocationError',
    durationMs: 3000,
    delayMs: 3000,
  })
})

const decode = (base64: string) => new TextDecoder().decode(Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0)))

test.each([
  [0, '0.00', 100],
  [100, '100.00', 100],
  [101, '101.00', 200],
  [250, '250.00', 300],
])('an invocation of %i ms is billed in steps of 100 ms', (durationMs, duration, billed) => {
  expect(decode(toLogResult('', durationMs, 512))).toBe(
    `Duration: ${duration} ms, Billed Duration: ${billed} ms, Memory Size: 512 MB`,
  )
})

test('the log precedes the summary line, with any characters', () => {
  expect(decode(toLogResult('grüße\nline 2', 0, 128))).toMatch(/^grüße\nline 2\nDuration: 0\.00 ms, /)
})

test('the last 4 KB of a long log are kept', () => {
  const tail = decode(toLogResult(`begin${'x'.repeat(10_000)}`, 0, 128))
  expect(tail).toHaveLength(4096)
  expect(tail).toMatch(/^x+\nDuration: .*128 MB$/)
})
