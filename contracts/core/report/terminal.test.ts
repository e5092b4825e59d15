import { expect, test } from 'vitest'
import type { Outcome } from './outcome.ts'
import { toObservations } from './observations.ts'
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
const errored: Outcome = {
  ...ended,
  check: check('e'),
  status: 'errored',
  cause: 'setup',
  reason: 'Other returned 500',
}
const run = { api: 'an-api', sources: [], baseUrl: 'http://a', runId: 'r', seed: 's', durationMs: 1500 }

test('a violation shows operation, clause, expected, actual and a command that repeats it', () => {
  const text = renderVerdict(toVerdict(run, [failed('one')]))
  expect(text).toBe(`violation 1  Op: the rule one is broken
  check     Op › one
  operation Op
  clause    009 Op 200
  expected  status 200
  actual    status 201
  repeat    npx faas-contracts verify an-api --url http://a --seed s --replay 'Op › one'

likely causes
  1 failed  Op: the rule one is broken

not conformant  an-api at http://a
0 passed, 1 failed, 0 errored, 0 skipped
1 check, 3 exchanges, 1.5 s, seed s, run r
`)
})

test('equal violations share one entry', () => {
  const text = renderVerdict(toVerdict(run, [failed('one'), failed('two'), failed('three')]))
  expect(text.match(/violation \d/g)).toEqual(['violation 1'])
  expect(text).toContain('also      Op › two, Op › three\n')
})

test('checks that could not run and resources that were left behind are not violations', () => {
  const text = renderVerdict(toVerdict(run, [{ ...errored, leftBehind: ['Service a'] }]))
  expect(text).toContain('could not run  Op › e\n  setup     Other returned 500')
  expect(text).toContain('the target did not remove these resources of the run:\n  Service a')
  expect(text).not.toContain('violation')
})

test('field case C19: the longest cause is separated from its reason', () => {
  const text = renderVerdict(toVerdict(run, [{ ...errored, cause: 'unreachable', reason: 'no connection' }]))
  expect(text).toContain('  unreachable no connection\n')
})

test('each skip reason is shown once, and implementation-defined behaviour is counted', () => {
  const observations = [{ about: 'an unknown field', behaviour: 'accepted' }]
  const outcomes = ['one', 'two'].map(
    (name): Outcome => ({ ...ended, observations, check: check(name), status: 'skipped', reason: 'no such feature' }),
  )
  const text = renderVerdict(toVerdict(run, outcomes))
  expect(text).toContain('skipped  Op › one\n  reason    no such feature\n  also      Op › two\n')
  const all = renderVerdict(toVerdict(run, [...outcomes, failed('three')]), plain, { notes: ['a note'] })
  const places = ['violation 1', 'likely causes', 'skipped ', 'a note', 'not conformant'].map((part) =>
    all.indexOf(part),
  )
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
  expect(text).toContain('implementation-defined behaviour: 1 item. --report <folder> lists it.\n')
})

test('each behaviour of a subject is an item, as in the report, and the text names the report', () => {
  const observations = ['accepted', 'rejected', 'accepted'].map((behaviour) => ({
    about: 'an unknown field',
    behaviour,
  }))
  const verdict = toVerdict(run, [{ ...failed('one'), observations }])
  expect(toObservations(verdict)).toHaveLength(2)
  const text = renderVerdict(verdict, plain, { page: 'out/report.html' })
  expect(text).toContain('implementation-defined behaviour: 2 items. out/report.html lists them.\n')
})

test('text has no colours by default', () => {
  const verdict = toVerdict(run, [failed('one'), errored])
  expect(renderVerdict(verdict)).not.toContain('\u001b')
  expect(renderVerdict(verdict, { ...plain, bad: (text) => `<${text}>` })).toContain('<violation 1>')
})

test('known failures have their own section, which shows those that are out of date', () => {
  const known = [
    { check: 'Op › one', reason: 'ticket 7', state: 'failing' as const },
    { check: 'Op › two', reason: 'ticket 8', state: 'passing' as const },
  ]
  const text = renderVerdict(toVerdict(run, [failed('one')], undefined, known))
  expect(text).not.toContain('violation 1')
  expect(text).toContain('known failure  Op › one\n  reason    ticket 7')
  expect(text).toContain('remove it  Op › two')
  expect(text).toContain('known failures are out of date  an-api')
})

test('the repeat line of a passive check repeats the run, because the check sends nothing', () => {
  const name = 'every-success-matches-schema'
  const passive = failed(name)
  const text = renderVerdict(toVerdict(run, [passive]), plain, { flags: ['--grep', 'a'] })
  expect(text).toContain('  repeat    npx faas-contracts verify an-api --url http://a --seed s --grep a\n')
  const both = renderVerdict(toVerdict(run, [passive, failed('other')]))
  expect(both).toContain("--replay 'Op › other'\n")
})

test('a target that lacks features gets the flag that leaves them out', () => {
  const verdict = toVerdict(run, [failed('one')])
  expect(renderVerdict(verdict)).not.toContain('missing')
  expect(renderVerdict({ ...verdict, missingFeatures: ['Layer', 'Tag'] })).toContain(
    'missing  no operation of Layer, Tag succeeded. If the target does not have these features, add:\n  --unsupported Layer,Tag\n',
  )
})
