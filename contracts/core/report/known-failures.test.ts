import { expect, test } from 'vitest'
import { judgeKnownFailures } from './known-failures.ts'
import type { Outcome } from './outcome.ts'
import { toExitCode, toVerdict } from './verdict.ts'

const ended = { durationMs: 1, observations: [], exchanges: 1, leftBehind: [] }
const check = (name: string) => ({
  id: `Op › ${name}`,
  name,
  operation: 'Op',
  clause: '009 Op',
  level: 'core' as const,
})
const passed: Outcome = { ...ended, check: check('good'), status: 'passed' }
const failed: Outcome = {
  ...ended,
  check: check('bad'),
  status: 'failed',
  violation: { check: 'Op › bad', operation: 'Op', clause: '009 Op', expected: 'a', actual: 'b' },
}
const errored: Outcome = { ...ended, check: check('unready'), status: 'errored', cause: 'setup', reason: 'no' }

const run = { api: 'an-api', sources: [], baseUrl: 'http://a', runId: 'r', seed: 's', durationMs: 1 }
const checks = ['good', 'bad', 'unready', 'other'].map(check)

function judge(outcomes: readonly Outcome[], ...ids: string[]) {
  const known = ids.map((id) => ({ check: `Op › ${id}`, reason: 'ticket 7' }))
  const results = judgeKnownFailures(known, checks, outcomes)
  const verdict = toVerdict(run, outcomes, undefined, results)
  return { states: results.map(({ state }) => state), conclusion: verdict.conclusion, code: toExitCode(verdict) }
}

test.each([
  { what: 'an unknown failure is red', outcomes: [passed, failed], known: [], states: [], code: 1 },
  { what: 'a known one is not', outcomes: [passed, failed], known: ['bad'], states: ['failing'], code: 0 },
  { what: 'a known one that passes is red', outcomes: [passed], known: ['good'], states: ['passing'], code: 1 },
  { what: 'a known one of no check is red', outcomes: [passed], known: ['gone'], states: ['unknown'], code: 1 },
  {
    what: 'a known failure that did not run is not red',
    outcomes: [passed],
    known: ['other'],
    states: ['not-run'],
    code: 0,
  },
  {
    what: 'one known failure does not excuse another',
    outcomes: [failed],
    known: ['good'],
    states: ['not-run'],
    code: 1,
  },
  {
    what: 'what could not be set up is never excused',
    outcomes: [passed, errored],
    known: ['unready'],
    states: ['not-run'],
    code: 3,
  },
])('$what', ({ outcomes, known, states, code }) => {
  expect(judge(outcomes, ...known)).toMatchObject({ states, code })
})
