import { expect, test } from 'vitest'
import { toFormViolation } from './form-faults.ts'
import type { Violation } from './report/outcome.ts'
import { ViolationError } from './signals.ts'

const message = { headers: [], body: '', bodyBytes: 0 }

function toViolation(operation: string, judged = operation): Omit<Violation, 'check'> {
  const exchange = { operation: judged, request: { method: 'GET', url: 'http://a/', ...message } }
  return { operation, clause: '004', expected: 'a', actual: 'b', exchange }
}

const fault = new ViolationError({ ...toViolation('ListServices'), isForm: true })
const failed = (violation: Omit<Violation, 'check'>) => ({
  status: 'failed' as const,
  violation: { check: 'x', ...violation },
})
const own = { check: 'x', ...toViolation('ListServices') }

test('a wrong form alone is the violation of the check', () => {
  expect(toFormViolation([fault], 'x', { status: 'passed' })).toEqual({ ...own, isForm: true })
  expect(toFormViolation([], 'x', { status: 'passed' })).toBeUndefined()
})

test('a wrong form is the violation of a check that could not continue, and the check did not test its rule', () => {
  expect(toFormViolation([fault], 'x', { status: 'errored' })).toEqual(own)
})

test('a violation that the wrong form may explain is reported for the operation with the wrong form', () => {
  expect(toFormViolation([fault], 'x', failed(toViolation('CreateService', 'ListServices')))).toEqual(own)
})

test.each(['ListServices', 'CreateService'])('another violation of %s comes first', (operation) => {
  expect(toFormViolation([fault], 'x', failed(toViolation(operation)))).toBeUndefined()
})
