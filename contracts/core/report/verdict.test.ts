import { expect, test } from 'vitest'
import type { Outcome } from './outcome.ts'
import { toExitCode, toVerdict } from './verdict.ts'

const ended = {
  check: { id: 'Op › does', name: 'does', operation: 'Op', clause: '009 Op', level: 'core' },
  durationMs: 1,
  observations: [],
  exchanges: 2,
  leftBehind: [],
} as const
const violation = { check: 'Op › does', operation: 'Op', clause: '009 Op', expected: 'a', actual: 'b' }
const passed: Outcome = { ...ended, status: 'passed' }
const failed: Outcome = { ...ended, status: 'failed', violation }
const errored: Outcome = { ...ended, status: 'errored', cause: 'setup', reason: 'no', leftBehind: ['Thing a'] }
const skipped: Outcome = { ...ended, status: 'skipped', reason: 'no' }
const run = { api: 'a', sources: [], baseUrl: 'http://a', runId: 'r', seed: 's', durationMs: 1 }

test.each([
  ['all passed', [passed, skipped], 'conformant', 0],
  ['one failed', [passed, failed], 'violations', 1],
  ['one failed and one errored', [errored, failed], 'violations', 1],
  ['one errored', [passed, errored], 'could-not-run', 3],
  ['nothing passed', [skipped], 'could-not-run', 3],
  ['nothing ran', [], 'could-not-run', 3],
] as const)('%s: the exit code follows', (_, outcomes, conclusion, code) => {
  const verdict = toVerdict(run, outcomes)
  expect(verdict.conclusion).toBe(conclusion)
  expect(toExitCode(verdict)).toBe(code)
})

test('a run that lost checks is not conformant, whatever the others say', () => {
  expect(toVerdict(run, [passed], 'the worker died').conclusion).toBe('could-not-run')
  expect(toVerdict(run, [failed], 'the worker died').conclusion).toBe('violations')
})

test('a verdict counts outcomes and exchanges and names what was left behind', () => {
  const verdict = toVerdict(run, [passed, passed, failed, errored, skipped])
  expect(verdict.counts).toEqual({ passed: 2, failed: 1, errored: 1, skipped: 1 })
  expect(verdict.exchanges).toBe(10)
  expect(verdict.leftBehind).toEqual(['Thing a'])
})
