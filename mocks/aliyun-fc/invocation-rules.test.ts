import { expect, test } from 'vitest'
import { findRule, type InvocationRule, toInvocationRules } from './invocation-rules.ts'

const invocation = {
  service: 'demo',
  function: 'resize',
  handler: 'index.main',
  runtime: 'nodejs10',
  initializer: '',
  version: '3',
}

const text = (value: string) => ({ kind: 'text', text: value }) as const

test.each<[boolean, Omit<InvocationRule, 'response'>]>([
  [true, {}],
  [true, { service: 'demo' }],
  [false, { service: 'dem' }],
  [false, { service: 'Demo' }],
  [true, { service: { prefix: 'dem' } }],
  [true, { service: { prefix: '' } }],
  [false, { service: { prefix: 'emo' } }],
  [true, { function: 'resize' }],
  [false, { function: 'demo' }],
  [true, { handler: { prefix: 'index.' } }],
  [false, { handler: 'index.other' }],
  [true, { runtime: { prefix: 'nodejs' } }],
  [false, { runtime: { prefix: 'python' } }],
  [true, { version: '3' }],
  [false, { version: 'LATEST' }],
  [true, { service: 'demo', function: 'resize', handler: 'index.main', runtime: 'nodejs10', version: '3' }],
  [false, { service: 'demo', function: 'other' }],
])('it is %s that an invocation matches %j', (fits, conditions) => {
  const rule = { ...conditions, response: text('fits') }
  expect(findRule([rule], invocation) === rule).toBe(fits)
})

test('the first matching rule is used, and echo without a match', () => {
  const rules = [
    { function: 'other', response: text('1') },
    { runtime: { prefix: 'nodejs' }, response: text('2') },
    { response: text('3') },
  ]
  expect(findRule(rules, invocation).response).toEqual(text('2'))
  expect(findRule([], invocation).response).toEqual({ kind: 'echo' })
})

test('rules are read from plain data, and without data there are no rules', () => {
  const invocations = [{ service: { prefix: 'a' }, response: { kind: 'echo' }, delayMs: 5, log: 'line' }]
  expect(toInvocationRules({ invocations })).toEqual(invocations)
  expect(toInvocationRules({})).toEqual([])
  expect(toInvocationRules(undefined)).toEqual([])
})

test('a rule of the option may have a function', () => {
  const invocations = [{ function: 'f', answer: () => 'local', log: 'line' }]
  expect(toInvocationRules({ invocations })).toEqual(invocations)
})

test.each([
  ['an unknown condition', { functionName: 'f', response: { kind: 'echo' } }, 'functionName'],
  ['no response', { function: 'f' }, 'invocations[0].response'],
  ['an unknown kind of response', { response: { kind: 'sing' } }, 'invocations[0].response.kind'],
  ['a text that is not a string', { response: { kind: 'text', text: 5 } }, 'invocations[0].response.text'],
  ['bytes that are not base64', { response: { kind: 'bytes', base64: '%' } }, 'invocations[0].response.base64'],
  ['a negative delay', { response: { kind: 'echo' }, delayMs: -1 }, 'invocations[0].delayMs'],
  ['a text in place of a function', { answer: 'text' }, 'invocations[0].answer'],
  ['a response and a function', { response: { kind: 'echo' }, answer: () => '' }, 'either "response" or "answer"'],
  ['a delay above the longest timeout', { response: { kind: 'echo' }, delayMs: 600_001 }, 'invocations[0].delayMs'],
])('a rule with %s is rejected with the name of the field', (_, rule, named) => {
  expect(() => toInvocationRules({ invocations: [rule] })).toThrow(TypeError)
  expect(() => toInvocationRules({ invocations: [rule] })).toThrow(named)
})
