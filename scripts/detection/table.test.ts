import { expect, test } from 'vitest'
import type { Detection } from './detect.ts'
import { toGaps } from './gaps.ts'
import { type ApiResult, findShortcomings } from './result.ts'
import { toMissedList, toTable } from './table.ts'
import type { WholeRun } from './whole.ts'

const whole: WholeRun = { id: 'conforming', findings: [], errored: [], checks: 10, requests: 20, ms: 1500 }

function toDetection(id: string, changes: Partial<Detection> = {}): Detection {
  const [operator = '', site = ''] = id.split(' @ ')
  return {
    id,
    operator,
    kind: 'response field',
    operation: site.split(' ')[0] ?? '',
    what: 'does something wrong',
    profile: 'documented',
    failed: [],
    requests: 3,
    ms: 4,
    ...changes,
  }
}

const found = (id: string, changes: Partial<Detection> = {}) => toDetection(id, { detectedBy: 'a check', ...changes })

const result: ApiResult = {
  apiId: 'aliyun-fc-2016-08-15',
  population: 300,
  conforming: whole,
  signed: { ...whole, id: 'conforming, signed' },
  benign: [{ ...whole, id: 'add-header @ GetService 200' }],
  mutants: [
    ...Array.from({ length: 18 }, (_, index) => found(`drop-field @ GetService 200 f${index}`)),
    toDetection('drop-field @ GetFunction 200 role'),
    found('add-half @ GetFunction 200 timeout', { profile: 'observed' }),
  ],
  seconds: 12,
}
const extent = { seed: 'a seed', heldOut: false }

test('a row has the sample, the share with its interval, each profile and the alarms', () => {
  const [, , row] = toTable([result], extent).split('\n')
  expect(row).toBe(
    '| aliyun-fc-2016-08-15 | 20 of 300 | 19 of 20 (95.0 %, 76.4–99.1) | 18 of 19 (94.7 %, 75.4–99.1) | – | 1 of 1 (100.0 %, 20.7–100.0) | 0, signed 0 | 0 on 1 | 10 checks, 20 requests, 1.5 s | 12 s |',
  )
  expect(toTable([result], extent)).toContain('Seed: `a seed`. Operators: the four fifths that are not held out.')
  expect(toTable([result], { ...extent, heldOut: true })).toContain('the fifth that is held out')
})

test('the list of missed mutants is grouped by operator', () => {
  expect(toMissedList([result])).toBe(
    'aliyun-fc-2016-08-15: 1 missed\n- response field: drop-field: GetFunction 200 role',
  )
})

test('a result without shortcomings has none', () => {
  expect(findShortcomings(result)).toEqual([])
})

test('too few detected mutants, findings on correct servers and defects are shortcomings', () => {
  const mutants = [found('a @ GetService x'), toDetection('b @ GetService y', { defect: 'the mutant b failed' })]
  const finding = { check: 'GetService › c', expected: 'one', actual: 'two' }
  const conforming = { ...whole, findings: [finding], errored: [{ check: 'GetService › d', reason: 'no' }] }
  expect(findShortcomings({ ...result, mutants, conforming })).toEqual([
    'aliyun-fc-2016-08-15: the mutant b failed',
    'aliyun-fc-2016-08-15: 1 of 2 mutants found, less than 85 %',
    'aliyun-fc-2016-08-15, conforming: GetService › c: expected one, got two',
    'aliyun-fc-2016-08-15, conforming: GetService › d had no verdict: no',
  ])
})

test('the gaps name missed operators, missed kinds, and operations without a detected mutant', () => {
  const mutants = [...result.mutants, toDetection('ignore-field @ UpdateAlias body.description')]
  const text = toGaps({ ...result, mutants })
  expect(text).toContain('| drop-field | 1 | 19 |')
  expect(text).not.toContain('| add-half |')
  expect(text).toContain('| response field | 2 | 21 |')
  const [, missed = '', untried = ''] = /was missed:\n([\s\S]*?)\n\n[^\n]*sample:\n([\s\S]*)$/.exec(text) ?? []
  expect(missed).toBe('- UpdateAlias, response field: 1')
  expect(untried).toMatch(/^- header: .*GetService/m)
  expect(untried).not.toMatch(/^- response field: .*Get(Service|Function),/m)
})

test('without missed mutants, the gaps say so', () => {
  const text = toGaps({ ...result, mutants: [found('drop-field @ GetService 200 role')] })
  expect(text).toContain('No operator has missed mutants.')
  expect(text).toContain('was missed:\n- none')
})
