import { expect, test } from 'vitest'
import { renderOutcome } from '../core/report/terminal.ts'
import { cases } from '../testing/fc-faults.ts'
import { runChecks } from '../testing/run-checks.ts'
import { aliyunFc20160815Contract as contract } from './contract.ts'

/**
 * Longest wait for a response, in milliseconds. Long enough for a busy machine, unless the fault is a missing response.
 */
const mostPages = 20_000
const silence = 1500

test.each(cases)('$name: its checks fail and name the operation', async ({ fault, fails, blames }) => {
  const expected = contract.checks.filter(fails).map(({ id }) => id)
  expect(expected.length).toBeGreaterThan(0)
  const outcomes = await runChecks(contract, fault, (id) => expected.includes(id), fault.take ? silence : mostPages)
  const wrong = outcomes.filter((outcome) => {
    return outcome.status !== 'failed' || outcome.violation.operation !== (blames ?? outcome.check.operation)
  })
  expect(wrong.map((outcome) => `${outcome.check.id}: ${renderOutcome(outcome)}`)).toEqual([])
  for (const outcome of outcomes) {
    if (outcome.status === 'failed') expect(outcome.violation.clause).toMatch(/^(004|observed)/)
  }
})

test('every check fails for some fault of the list', () => {
  const failed = new Set(cases.flatMap(({ fails }) => contract.checks.filter(fails)))
  expect(contract.checks.filter((check) => !failed.has(check)).map(({ id }) => id)).toEqual([])
})
