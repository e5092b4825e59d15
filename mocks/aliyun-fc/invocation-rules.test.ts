import { expect, test } from 'vitest'
import { findRule, type InvocationRule, toInvocationRules } from './invocation-rules.ts'

const invocation = { service: 'demo', function: 'resize', handler: 'index.main', runtime: 'nodejs10', version: '3' }

const text = (value: string) => ({ kind: 'text', text: value }) as const

test.each<[boolean, Omit<InvocationRule, 'answer'>]>([
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
])('it is %s that an invocation fits %j', (fits, conditions) => {
  const rule = { ...conditions, answer: text('fits') }
  expect(findRule([rule], invocation) === rule).toBe(fits)
})

test('the first rule that fits counts, and echo answers where none does', () => {
  const rules = [
    { function: 'other', answer: text('1') },
    { runtime: { prefix: 'nodejs' }, answer: text('2') },
    { answer: text('3') },
  ]
  expect(findRule(rules, invocation).answer).toEqual(text('2'))
  expect(findRule([], invocation).answer).toEqual({ kind: 'echo' })
})

test('rules are read from plain data, and no data are no rules', () => {
  const invocations = [{ service: { prefix: 'a' }, answer: { kind: 'echo' }, delayMs: 5, log: 'line' }]
  expect(toInvocationRules({ invocations })).toEqual(invocations)
  expect(toInvocationRules({})).toEqual([])
  expect(toInvocationRules(undefined)).toEqual([])
})

test.each([
  ['a condition that is misspelled', { functionName: 'f', answer: { kind: 'echo' } }, 'functionName'],
  ['no answer', { function: 'f' }, 'invocations[0].answer'],
  ['an unknown kind of answer', { answer: { kind: 'sing' } }, 'invocations[0].answer.kind'],
  ['a text that is none', { answer: { kind: 'text', text: 5 } }, 'invocations[0].answer.text'],
  ['bytes that are no base64', { answer: { kind: 'bytes', base64: '%' } }, 'invocations[0].answer.base64'],
  ['a negative delay', { answer: { kind: 'echo' }, delayMs: -1 }, 'invocations[0].delayMs'],
  ['a delay beyond every timeout', { answer: { kind: 'echo' }, delayMs: 600_001 }, 'invocations[0].delayMs'],
])('a rule with %s is refused by name', (_, rule, named) => {
  expect(() => toInvocationRules({ invocations: [rule] })).toThrow(TypeError)
  expect(() => toInvocationRules({ invocations: [rule] })).toThrow(named)
})
