import { expect, test } from 'vitest'
import { aliyunFc20160815 as api } from '../../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toLinkedSources } from '../../../schemas/core/clause-links.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'
import { diffReports } from './diff.ts'
import { mergeHars } from './har.ts'
import { judgeKnownFailures } from './known-failures.ts'
import { mergeReports } from './merge.ts'
import { ReportModel } from './model.ts'
import type { Outcome } from './outcome.ts'
import { toReport } from './to-report.ts'
import { toVerdict } from './verdict.ts'

const traffic: readonly ExchangeRecord[] = [
  {
    operation: 'ListServices',
    request: { method: 'GET', url: 'http://a/2016-08-15/services?limit=100', headers: [], body: '', bodyBytes: 0 },
    response: { status: 200, durationMs: 1, headers: [], body: '{}', bodyBytes: 2 },
  },
]
const ended = (name: string) => ({
  check: { id: `ListServices › ${name}`, name, operation: 'ListServices', clause: '004', level: 'core' as const },
  durationMs: 1,
  observations: [{ about: 'the order', behaviour: 'by name' }],
  exchanges: 1,
  leftBehind: [],
  traffic,
})
const passed = (name: string): Outcome => ({ ...ended(name), status: 'passed' })
const failed = (name: string): Outcome => ({
  ...ended(name),
  status: 'failed',
  violation: { check: `ListServices › ${name}`, operation: 'ListServices', clause: '004', expected: 'a', actual: 'b' },
})

function make(outcomes: readonly Outcome[], shard: string, seed = 's') {
  const known = judgeKnownFailures(
    [{ check: 'ListServices › two', reason: 'ticket 7' }],
    [{ id: 'ListServices › two' }],
    outcomes,
  )
  const run = {
    api: api.id,
    sources: toLinkedSources(api),
    baseUrl: 'http://a',
    runId: `r${shard[0]}`,
    seed,
    durationMs: 5,
  }
  return toReport(toVerdict(run, outcomes, undefined, known), {
    api,
    resources: [],
    toolVersion: '1.0.0',
    startedAt: new Date(0),
    profile: 'observed',
    authentication: 'none',
    unsupported: [],
    shard,
    flags: [],
    secrets: [],
  })
}

const first = make([passed('one')], '1/2')
const second = make([failed('two')], '2/2')

test('the shards of a run make one report, as one run of them all would have', () => {
  const merged = mergeReports(api, [first, second])
  expect(ReportModel.safeParse(merged).error).toBeUndefined()
  expect(merged).toMatchObject({
    conclusion: 'conformant',
    counts: { passed: 1, failed: 1 },
    knownFailures: [{ state: 'failing' }],
    observations: [{ times: 2 }],
    run: { exchanges: 2, durationMs: 5 },
  })
  const row = merged.coverage.operations.find(({ id }) => id === 'ListServices')
  expect(row).toMatchObject({ attempts: 2, matches: 2 })
  expect(row?.parameters.find(({ name }) => name === 'limit')).toMatchObject({ attempts: 2, matches: 2 })
  const maximum = row?.constraints.find(({ id }) => id === 'ListServices query.limit maximum')
  expect(maximum).toMatchObject({ valid: { attempts: 2, matches: 2 }, invalid: { attempts: 0, matches: 0 } })
  expect(merged.coverage.totals).toMatchObject({ operations: { attempted: 1, matched: 1 } })
})

test('a passive check fails if it fails in one shard, and a known failure of it is expected', () => {
  const passive = 'request-ids-are-unique'
  const known = [{ check: `ListServices › ${passive}`, reason: 'ticket 8' }]
  const toShard = (outcome: Outcome, shard: string) => ({
    ...make([outcome], shard),
    knownFailures: judgeKnownFailures(known, [{ id: `ListServices › ${passive}` }], [outcome]),
  })
  for (const [one, two] of [
    [passed(passive), failed(passive)],
    [failed(passive), passed(passive)],
  ] as const) {
    const merged = mergeReports(api, [toShard(one, '1/2'), toShard(two, '2/2')])
    expect(merged).toMatchObject({ counts: { passed: 0, failed: 1 }, knownFailures: [{ state: 'failing' }] })
  }
})

test.each([
  ['more rows', (rows: readonly unknown[]) => [...rows, rows[0]]],
  ['fewer rows', (rows: readonly unknown[]) => rows.slice(1)],
  ['rows of another kind', (rows: readonly unknown[]) => rows.map(() => 'x')],
])('a report with %s of coverage is rejected', (_, change) => {
  const coverage = { ...second.coverage, operations: change(second.coverage.operations) as never }
  const words = 'only reports of one version of faas-contracts can be merged'
  expect(() => mergeReports(api, [first, { ...second, coverage }])).toThrow(words)
})

test('a shard that is missing leaves no verdict, and is named', () => {
  expect(mergeReports(api, [first])).toMatchObject({ exitCode: 3, reason: 'missing reports of the shards 2/2' })
})

test.each(['1/4000000000', '0/2', '1e9/2', 'x'])('D06: a report of the shard %j is not a report', (shard) => {
  const merged = { ...mergeReports(api, [first, second]), run: { ...first.run, shard } }
  expect(ReportModel.safeParse(merged).success).toBe(false)
  expect(ReportModel.safeParse({ ...merged, run: { ...first.run, shard: '1/2' } }).success).toBe(true)
})

test.each([
  ['of another seed', [first, make([passed('three')], '2/2', 'other')], /one seed/],
  ['of the same checks', [first, first], /two reports have the check ListServices › one/],
  ['of nothing', [], /no report/],
])('reports %s are not merged', (_, reports, message) => {
  expect(() => mergeReports(api, reports)).toThrow(message)
})

test('the exchanges of the shards make one HAR, in the order of their times', () => {
  const toFile = (...times: readonly string[]) => ({
    log: { version: '1.2', entries: times.map((startedDateTime) => ({ startedDateTime })) },
  })
  expect(mergeHars([toFile('2026-01-02', '2026-01-04'), toFile('2026-01-03')])).toEqual(
    toFile('2026-01-02', '2026-01-03', '2026-01-04'),
  )
  expect(mergeHars([])).toBeUndefined()
})

test('a difference tells what broke from what was fixed', () => {
  const before = make([passed('one'), failed('two'), passed('gone')], '1/1')
  const after = make([failed('one'), passed('two'), passed('new')], '1/1')
  expect(diffReports(before, after)).toEqual({
    broken: ['ListServices › one: passed, now failed'],
    fixed: ['ListServices › two: failed, now passed'],
    changed: [],
    added: ['ListServices › new'],
    removed: ['ListServices › gone'],
  })
  expect(Object.values(diffReports(before, before)).flat()).toEqual([])
})
