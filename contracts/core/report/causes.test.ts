import { expect, test } from 'vitest'
import { type Cause, toCauses } from './causes.ts'
import type { Failed, Outcome, Symptom, Violation } from './outcome.ts'

const ended = { durationMs: 1, observations: [], exchanges: 1, leftBehind: [] }

function toCheck(operation: string, name: string) {
  return { id: `${operation} › ${name}`, name, operation, clause: '004', level: 'core' as const }
}

function toExchange(operation: string, bodyBytes = 0): NonNullable<Violation['exchange']> {
  const message = { headers: [], body: '', bodyBytes }
  return {
    operation,
    request: { method: 'GET', url: 'http://a/', ...message },
    response: { status: 200, durationMs: 1, ...message },
  }
}

/** A failed check of an operation, about the response of `judged`. */
function failed(id: string, symptom?: Symptom, judged?: string, bytes?: number): Outcome {
  const [operation = '', name = ''] = id.split(' ')
  const check = toCheck(operation, name)
  const violation = {
    check: check.id,
    operation,
    clause: '004',
    expected: `the fct-abcdefgh-1a2b3c-${bytes}`,
    actual: `an ETag "${bytes}"`,
    ...(symptom && { symptom }),
    exchange: toExchange(judged ?? operation, bytes),
  }
  return { ...ended, check, status: 'failed', violation }
}

function blocked(id: string, judged: string, symptom: Symptom): Outcome {
  const [operation = '', name = ''] = id.split(' ')
  const exchange = toExchange(judged)
  return {
    ...ended,
    check: toCheck(operation, name),
    status: 'errored',
    cause: 'setup',
    reason: 'no',
    exchange,
    symptom,
  }
}

const isNumber: Symptom = { part: 'field', names: ['createdTime'], problem: 'a number' }
const isOther = (...names: string[]): Symptom => ({ part: 'field', names, problem: 'another value' })
const status = (problem: string, ...names: string[]): Symptom => ({ part: 'status', names, problem })
const unreadable = (code: string): Symptom => ({
  part: 'effect',
  names: [code],
  problem: 'the created resource cannot be read',
})
const accepted: Symptom = { part: 'acceptance', names: [], problem: 'status 200' }

function show(causes: readonly Cause[]) {
  return causes.map((cause) => [cause.title, cause.failed.length, cause.blocked.length])
}

test('C18: findings that differ only in names, ids and values have one cause, with the smallest example', () => {
  const causes = toCauses([
    failed('GetFunction a', isNumber, undefined, 30),
    failed('GetFunction b', isNumber, undefined, 10),
    failed('GetFunction c', isNumber, undefined, 20),
  ])
  expect(show(causes)).toEqual([['GetFunction: createdTime: a number', 3, 0]])
  expect(causes[0]?.example.check.id).toBe('GetFunction › b')
})

test('the same symptom of several operations is one cause', () => {
  const symptom: Symptom = { part: 'error', names: ['errorCode'], problem: 'a number' }
  const causes = toCauses([
    ...['A', 'B', 'C', 'D'].map((operation) => failed(`${operation} x`, symptom)),
    failed('A y', isNumber),
  ])
  expect(show(causes)).toEqual([
    ['4 operations: error response: errorCode: a number', 4, 0],
    ['A: createdTime: a number', 1, 0],
  ])
  expect(causes[0]?.operations).toEqual(['A', 'B', 'C', 'D'])
})

test('the cause that explains the most checks comes first, and includes the checks that it prevented', () => {
  const refused = status('status 500')
  const causes = toCauses([
    failed('GetService x', isNumber),
    failed('CreateService x', refused),
    blocked('GetFunction x', 'CreateService', refused),
    blocked('GetFunction y', 'CreateService', refused),
  ])
  expect(show(causes)).toEqual([
    ['CreateService: status 500 instead of a success', 1, 2],
    ['GetService: createdTime: a number', 1, 0],
  ])
  expect(causes[0]?.example.check.id).toBe('CreateService › x')
})

test('a title states the expected status, if all checks expect the same, and never that a success is none', () => {
  const withStatuses = (id: string, problem: string, statuses: readonly number[]) => {
    const outcome = failed(id, status(problem)) as Failed
    return { ...outcome, violation: { ...outcome.violation, assertions: [{ about: 'status' as const, statuses }] } }
  }
  const toTitles = (...outcomes: readonly Outcome[]) => toCauses(outcomes).map(({ title }) => title)
  const wrong = withStatuses('DeleteAlias x', 'status 200', [204])
  expect(toTitles(wrong)).toEqual(['DeleteAlias: status 200 instead of 204'])
  expect(toTitles(wrong, withStatuses('DeleteAlias y', 'status 200', [202]))).toEqual([
    'DeleteAlias: status 200 instead of the documented status',
  ])
  expect(toTitles(withStatuses('CreateAlias x', 'status 500', [200, 201]))).toEqual([
    'CreateAlias: status 500 instead of 200 or 201',
  ])
})

test('a wrong value that a write stores is a fault of the write, also in the checks of other operations', () => {
  const causes = toCauses([
    failed('UpdateService a', isOther('internetAccess'), 'GetService'),
    failed('UpdateService b', isOther('internetAccess'), 'GetService'),
    failed('CreateService a', isOther('internetAccess')),
    failed('CreateService b', isOther('internetAccess'), 'ListServices'),
    failed('CreateService rejects-internetAccess-type-one', accepted),
  ])
  expect(show(causes)).toEqual([['CreateService: internetAccess: another value', 5, 0]])
})

test('a resource that no operation finds is a fault of the operation that creates it', () => {
  const missing = status('status 404', 'TriggerNotFound')
  const causes = toCauses([
    failed('CreateTrigger a', unreadable('TriggerNotFound'), 'GetTrigger'),
    failed('GetTrigger a', unreadable('TriggerNotFound')),
    failed('UpdateTrigger a', missing),
    blocked('UpdateTrigger b', 'UpdateTrigger', missing),
    failed('DeleteTrigger a', missing),
  ])
  expect(causes.map(({ operations, failed: { length } }) => [operations, length])).toEqual([[['CreateTrigger'], 4]])
})

test('different faults of one operation are different causes', () => {
  const causes = toCauses([
    failed('GetService a', isNumber),
    failed('GetService b', { part: 'header', names: ['ETag'], problem: 'absent' }),
    failed('GetService c', accepted),
  ])
  expect(causes.map(({ title }) => title).toSorted()).toEqual([
    'GetService: createdTime: a number',
    'GetService: header ETag: absent',
    'GetService: status 200 for requests that must be rejected',
  ])
})

test('a check with a rule of its own joins the largest cause of its operation, or is one', () => {
  expect(
    show(toCauses([failed('ListServices sorts'), failed('GetService sorts'), failed('GetService a', isNumber)])),
  ).toEqual([
    ['GetService: createdTime: a number', 2, 0],
    ['ListServices: the rule sorts is broken', 1, 0],
  ])
})

test('checks that could not run for another reason are grouped by reason, and known failures have no cause', () => {
  const late: Outcome = { ...ended, check: toCheck('A', 'late'), status: 'errored', cause: 'budget', reason: 'no time' }
  const known = [{ check: 'A › known', state: 'failing' as const }]
  const causes = toCauses([late, late, failed('A known', isNumber), failed('A new', isNumber)], known)
  expect(causes.map(({ operations, failed: { length }, blocked }) => [operations, length, blocked.length])).toEqual([
    [['A'], 1, 0],
    [[], 0, 2],
  ])
  expect(causes[1]?.title).toBe('no time')
})

test('a report of anyone with many findings is grouped in linear time', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => [
    failed(`A${index} a`, isOther(`field${index}`), 'GetService'),
    failed(`A a${index}`, isOther(`field${index}`)),
    failed(`B${index} c`),
  ])
  const start = performance.now()
  toCauses(many.flat())
  expect(performance.now() - start).toBeLessThan(5000)
})

test('the title and the example of a cause show its own operation', () => {
  const [cause] = toCauses([
    failed('UpdateTrigger a', { ...isOther('role'), problem: 'absent' }, 'ListTriggers', 1),
    failed('ListTriggers sorts', undefined, undefined, 9),
    failed('ListTriggers filters', undefined, undefined, 5),
  ])
  expect(cause?.title).toBe('ListTriggers: the rule filters is broken')
  expect(cause?.failed).toHaveLength(3)
})
