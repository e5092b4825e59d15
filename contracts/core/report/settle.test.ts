import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Outcome, Symptom } from './outcome.ts'
import { settle } from './settle.ts'

const ended = { durationMs: 1, observations: [], exchanges: 1, leftBehind: [] }
const field: Symptom = { part: 'field', names: ['createdTime'], problem: 'a number' }
const refused: Symptom = { part: 'status', names: [], problem: 'status 403' }

function toCheck(id: string) {
  const [operation = '', name = ''] = id.split(' › ')
  return { id, name, operation, clause: '004', level: 'core' as const }
}

function failed(id: string, operation: string, symptom: Symptom, isForm?: true): Outcome {
  const violation = {
    check: id,
    operation,
    clause: '004',
    expected: 'a',
    actual: 'b',
    symptom,
    ...(isForm && { isForm }),
  }
  return { ...ended, check: toCheck(id), status: 'failed', violation }
}

function blocked(id: string, operation: string, symptom: Symptom | undefined, bodyBytes = 1): Outcome {
  const body = '{"ErrorCode":"AccessDenied","ErrorMessage":"no"}'
  const message = { headers: [], body, bodyBytes }
  const request = { method: 'POST', url: 'http://a/', headers: [], body: '', bodyBytes: 0 }
  const exchange = { operation, request, response: { status: 403, durationMs: 1, ...message } }
  const reason = `${operation} must return status 200`
  return {
    ...ended,
    check: toCheck(id),
    status: 'errored',
    cause: 'setup',
    reason,
    exchange,
    ...(symptom && { symptom }),
  }
}

function run(outcomes: readonly Outcome[], succeeded: readonly string[] = [], known: readonly string[] = []) {
  const order = ['A › 1', 'CreateService › 1', 'CreateService › 2', 'GetService › 1', 'GetService › 2']
  return settle(outcomes, { api, order, succeeded: new Set(succeeded), known: new Set(known) })
}

const show = (outcomes: readonly Outcome[]) => outcomes.map(({ check, status }) => `${check.id} ${status}`)

test('outcomes are in the order of the contract, in whatever order the checks ended', () => {
  const outcomes = ['GetService › 1', 'A › 1', 'CreateService › 2'].map(
    (id): Outcome => ({ ...ended, check: toCheck(id), status: 'passed' }),
  )
  expect(show(run(outcomes))).toEqual(['A › 1 passed', 'CreateService › 2 passed', 'GetService › 1 passed'])
})

test('the same wrong form fails one check, if possible one of its operation', () => {
  const outcomes = [
    failed('CreateService › 2', 'CreateService', field, true),
    failed('CreateService › 1', 'CreateService', field, true),
    failed('A › 1', 'CreateService', field, true),
    failed('GetService › 1', 'CreateService', { ...field, names: ['description'] }, true),
  ]
  expect(show(run(outcomes))).toEqual([
    'A › 1 passed',
    'CreateService › 1 failed',
    'CreateService › 2 passed',
    'GetService › 1 failed',
  ])
})

test('a broken rule fails its check, although another check reports the same', () => {
  const outcomes = [failed('A › 1', 'CreateService', field), failed('CreateService › 1', 'CreateService', field)]
  expect(show(run(outcomes))).toEqual(['A › 1 failed', 'CreateService › 1 failed'])
})

test.each<[string, Symptom]>([
  ['no complete response', { part: 'connection', names: [], problem: 'no complete response' }],
  ['a body that is not JSON', { part: 'body', names: [], problem: 'not JSON' }],
  ['a server error', { part: 'error', names: ['InvalidArgument'], problem: 'status 501' }],
  ['absent fields', { part: 'field', names: ['runtime'], problem: 'absent' }],
  ['an effect', { part: 'effect', names: [], problem: 'a rejected request stores something' }],
])('after 20 violations of an operation, further ones of the same fault are skipped: %s', (_, symptom) => {
  const outcomes = Array.from({ length: 25 }, (_, index) => failed(`GetService › c${index}`, 'GetService', symptom))
  const other = failed('A › 1', 'CreateService', symptom)
  const all = run([...outcomes, other], [], ['GetService › c0'])
  const skipped = all.filter(({ status }) => status === 'skipped')
  expect(skipped.map(({ check }) => check.id)).toEqual([21, 22, 23, 24].map((index) => `GetService › c${index}`))
  expect(skipped[0]).toHaveProperty('reason', '20 checks report the same fault, first GetService › c1')
  expect(skipped[0]).not.toHaveProperty('violation')
})

test('after 20 set-ups that fail in the same way, further checks are skipped', () => {
  const outcomes = Array.from({ length: 25 }, (_, index) => blocked(`GetService › c${index}`, 'CreateService', refused))
  const statuses = run(outcomes, ['CreateService']).map(({ status }) => status)
  expect(statuses).toEqual([...Array(20).fill('errored'), ...Array(5).fill('skipped')])
})

test('checks that test their own rule are never skipped', () => {
  const symptoms: readonly Symptom[] = [
    { part: 'acceptance', names: [], problem: 'status 200' },
    { part: 'status', names: ['InvalidArgument'], problem: 'status 400' },
    { part: 'field', names: ['runtime'], problem: 'another value' },
  ]
  for (const symptom of symptoms) {
    const outcomes = Array.from({ length: 25 }, (_, index) => failed(`GetService › c${index}`, 'GetService', symptom))
    expect(run(outcomes).every(({ status }) => status === 'failed')).toBe(true)
  }
})

test('an operation that refuses every set-up has one violation, in the smallest example', () => {
  const outcomes = [
    blocked('GetService › 1', 'CreateService', refused, 9),
    blocked('GetService › 2', 'CreateService', refused),
  ]
  const [first, second] = run(outcomes)
  expect(first?.status).toBe('errored')
  expect(second).toMatchObject({
    status: 'failed',
    violation: {
      operation: 'CreateService',
      clause: '004 CreateService 200',
      expected: 'status 200 for at least one of the valid requests of the run',
      actual: 'status 403 with AccessDenied (no)',
    },
  })
  expect(second).not.toHaveProperty('reason')
})

test.each([
  ['it returned a success once', [blocked('GetService › 1', 'CreateService', refused)], ['CreateService']],
  [
    'a violation reports it',
    [blocked('GetService › 1', 'CreateService', refused), failed('A › 1', 'CreateService', refused)],
    [],
  ],
  ['the target was not ready', [blocked('GetService › 1', 'CreateService', undefined)], []],
])('an operation that refuses set-ups has no further violation if %s', (_, outcomes, succeeded) => {
  expect(run(outcomes, succeeded).filter(({ status }) => status === 'errored')).toHaveLength(1)
})
