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
const own = { check: 'x', ...toViolation('ListServices') }

test('a wrong form alone is the violation of the check', () => {
  expect(toFormViolation([fault], 'x', undefined)).toEqual({ ...own, isForm: true })
  expect(toFormViolation([], 'x', undefined)).toBeUndefined()
})

test('a violation that the wrong form may explain is reported for the operation with the wrong form', () => {
  expect(toFormViolation([fault], 'x', { check: 'x', ...toViolation('CreateService', 'ListServices') })).toEqual(own)
})

test.each(['ListServices', 'CreateService'])('another violation of %s comes first', (operation) => {
  expect(toFormViolation([fault], 'x', { check: 'x', ...toViolation(operation) })).toBeUndefined()
})
