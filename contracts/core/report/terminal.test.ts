import { expect, test } from 'vitest'
import type { Outcome } from './outcome.ts'
import { plain, renderVerdict } from './terminal.ts'
import { toVerdict } from './verdict.ts'

const ended = { durationMs: 1, observations: [], exchanges: 3, leftBehind: [] }
const check = (name: string) => ({
  id: `Op › ${name}`,
  name,
  operation: 'Op',
  clause: '009 Op 200',
  level: 'core' as const,
})
const failed = (name: string): Outcome => ({
  ...ended,
  check: check(name),
  status: 'failed',
  violation: {
    check: `Op › ${name}`,
    operation: 'Op',
    clause: '009 Op 200',
    expected: 'status 200',
    actual: 'status 201',
    curl: "curl 'http://a'",
  },
})
const errored: Outcome = { ...ended, check: check('e'), status: 'errored', cause: 'setup', reason: 'Other said no' }
const run = { api: 'an-api', baseUrl: 'http://a', runId: 'r', seed: 's', durationMs: 1500 }

test('a violation says operation, clause, expected, actual and how to see it again', () => {
  const text = renderVerdict(toVerdict(run, [failed('one')]))
  expect(text).toBe(`violation 1  Op › one
  operation Op
  clause    009 Op 200
  expected  status 200
  actual    status 201
  again     curl 'http://a'

not conformant  an-api at http://a
0 passed, 1 failed, 0 errored, 0 skipped
1 checks, 3 exchanges, 1.5 s, seed s, run r
`)
})

test('checks that stumble over one fault make one entry', () => {
  const text = renderVerdict(toVerdict(run, [failed('one'), failed('two'), failed('three')]))
  expect(text.match(/violation \d/g)).toEqual(['violation 1'])
  expect(text).toContain('also      Op › two, Op › three\n')
})

test('what could not run and what was left behind are told apart from violations', () => {
  const text = renderVerdict(toVerdict(run, [{ ...errored, leftBehind: ['Service a'] }]))
  expect(text).toContain('could not run  Op › e\n  setup     Other said no')
  expect(text).toContain('the target did not remove what the run made:\n  Service a')
  expect(text).not.toContain('violation')
})

test('what was skipped and what the target chose are said once each', () => {
  const observations = [{ about: 'an unknown field', chose: 'accepted' }]
  const outcomes = ['one', 'two'].map(
    (name): Outcome => ({ ...ended, observations, check: check(name), status: 'skipped', reason: 'no such feature' }),
  )
  const text = renderVerdict(toVerdict(run, outcomes))
  expect(text).toContain('skipped  Op › one\n  reason    no such feature\n  also      Op › two\n')
  expect(text.match(/an unknown field: accepted/g)).toHaveLength(1)
})

test('nothing is coloured unless the caller paints it', () => {
  const verdict = toVerdict(run, [failed('one'), errored])
  expect(renderVerdict(verdict)).not.toContain('\u001b')
  expect(renderVerdict(verdict, { ...plain, bad: (text) => `<${text}>` })).toContain('<violation 1>')
})

test('known failures are set apart, and those that are out of date are called so', () => {
  const known = [
    { check: 'Op › one', reason: 'ticket 7', state: 'failing' as const },
    { check: 'Op › two', reason: 'ticket 8', state: 'passing' as const },
  ]
  const text = renderVerdict(toVerdict(run, [failed('one')], undefined, known))
  expect(text).not.toContain('violation 1')
  expect(text).toContain('known failure  Op › one\n  reason    ticket 7')
  expect(text).toContain('take it out  Op › two')
  expect(text).toContain('known failures are out of date  an-api')
})
