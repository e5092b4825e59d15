import { afterAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../contracts/core/report/outcome.ts'
import { describeContract } from '../../contracts/run/vitest.ts'
import { startEmulator } from '../testing/serve-emulator.ts'

const emulator = await startEmulator()
const outcomes: Outcome[] = []

// The test file of a project contains a call like this one.
describeContract('aliyun-fc-2016-08-15', {
  url: emulator.baseUrl,
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
    expect(emulator.requests.some((request) => request.includes('/services/fct-suite-'))).toBe(true)
  })

  test('rejects an unknown API before it registers a test', () => {
    expect(() => describeContract('nope', { url: emulator.baseUrl })).toThrow(/no API "nope"/)
  })
})

afterAll(emulator.close)
