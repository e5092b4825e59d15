import { expect, test } from 'vitest'
import { toCauses, toReasons } from './causes.ts'
import type { Outcome } from './outcome.ts'

function toOutcome(operation: string, expected: string, actual: string): Outcome {
  const check = { id: `${operation} › ${actual}`, name: 'x', operation, clause: '004', level: 'core' as const }
  const ended = { check, durationMs: 1, observations: [], exchanges: 1, leftBehind: [] }
  return { ...ended, status: 'failed', violation: { check: check.id, operation, clause: '004', expected, actual } }
}

test('C18: violations that differ only in names, values and messages have one cause', () => {
  const causes = toCauses({
    outcomes: [
      toOutcome('GetAlias', 'status 404', 'status 500'),
      toOutcome('GetService', 'status 400 with A', 'status 422 with A (name: "x" is wrong)'),
      toOutcome('GetFunction', 'status 400 with A', 'status 422 with A (size: 12 is wrong)'),
      toOutcome('GetFunction', 'name fct-abcdefgh-1a2b3c-1', 'name absent'),
      toOutcome('GetFunction', 'name fct-abcdefgh-1a2b3c-2', 'name absent'),
      toOutcome('GetFunction', 'status 400 with A', 'status 422 with A (size: 12 is wrong)'),
    ],
  })
  expect(causes.map(({ id, actual, operations, failed }) => [id, actual, operations, failed.length])).toEqual([
    ['cause-1', 'status 422 with A', ['GetService', 'GetFunction'], 3],
    ['cause-2', 'name absent', ['GetFunction'], 2],
    ['cause-3', 'status 500', ['GetAlias'], 1],
  ])
})

test.each([
  ['a (1b) c', 'a (2b) c', 'a c'],
  ['a (1b) (c) d', 'a (2b) d', 'a d'],
  ['a (x', 'a (y', 'a (x'],
  ['xa) (b', 'ya) (b', 'xa) (b'],
  ['a with the body (b) x', 'a with the body (b) y', 'a'],
  ['a (x with the body ) c', 'a (y with the body ) c', 'a c'],
  ['a (x) c with the body d', 'a (y) c with the body e', 'a c'],
  ['a (b with the body x', 'a (b with the body y', 'a (b'],
])('%j and %j have one cause with the title %j', (one, other, title) => {
  const causes = toCauses({ outcomes: [toOutcome('GetAlias', one, ''), toOutcome('GetAlias', other, '')] })
  expect(causes[0]?.expected).toBe(title)
  expect(causes).toHaveLength(one === title ? 2 : 1)
})

test('a report of anyone with many brackets is grouped in linear time', () => {
  const start = performance.now()
  toCauses({ outcomes: [toOutcome('GetAlias', ' ('.repeat(200_000), ' with the body'.repeat(20_000))] })
  expect(performance.now() - start).toBeLessThan(2000)
})

test('C18: checks without a verdict are grouped by reason', () => {
  const { status: _, violation: __, ...ended } = toOutcome('GetAlias', '', '') as Extract<Outcome, { status: 'failed' }>
  const errored = { ...ended, status: 'errored' as const, cause: 'setup' as const, reason: 'no' }
  expect([...toReasons({ outcomes: [errored, errored] })].map(([reason, { length }]) => [reason, length])).toEqual([
    ['setup: no', 2],
  ])
})
