import { afterAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../core/report/outcome.ts'
import { describeContract } from './suite.ts'
import { startFakeFc } from '../testing/fake-fc.ts'

const fake = await startFakeFc()
const outcomes: Outcome[] = []

// A team's own test file looks like this line.
describeContract('aliyun-fc-2016-08-15', {
  target: fake.baseUrl,
  grep: 'keeps-the-',
  runId: 'suite',
  onOutcome: (outcome) => outcomes.push(outcome),
})

describe('describeContract', () => {
  test('registered a test for each check, under the name of the check', () => {
    expect(outcomes.map(({ check }) => check.id)).toContain('CreateService › duplicate-create-keeps-the-first')
    expect(outcomes.every(({ status }) => status === 'passed')).toBe(true)
  })

  test('marks what it makes with the id of the run', () => {
    expect(fake.requests.some((request) => request.includes('/services/fct-suite-'))).toBe(true)
  })

  test('refuses an API that does not exist before any test is registered', () => {
    expect(() => describeContract('nope', { target: fake.baseUrl })).toThrow(/no API "nope"/)
  })
})

afterAll(fake.close)
