import { afterAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../core/report/outcome.ts'
import { startFakeFc } from '../testing/fake-fc.ts'
import { describeContract } from './vitest.ts'

const fake = await startFakeFc()
const outcomes: Outcome[] = []

// The test file of a project contains a call like this one.
describeContract('aliyun-fc-2016-08-15', {
  url: fake.baseUrl,
  grep: 'keeps-the-',
  runId: 'suite',
  onOutcome: (outcome) => outcomes.push(outcome),
})

describe('describeContract', () => {
  test('registers one test for each check, named after the check', () => {
    expect(outcomes.map(({ check }) => check.id)).toContain('CreateService › duplicate-create-keeps-the-first')
    expect(outcomes.every(({ status }) => status === 'passed')).toBe(true)
  })

  test('puts the id of the run into the names that it creates', () => {
    expect(fake.requests.some((request) => request.includes('/services/fct-suite-'))).toBe(true)
  })

  test('rejects an unknown API before it registers a test', () => {
    expect(() => describeContract('nope', { url: fake.baseUrl })).toThrow(/no API "nope"/)
  })
})

afterAll(fake.close)
