import { readFile } from 'node:fs/promises'
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv, type AnySchema } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
// @ts-expect-error: it comes without types
import harSchemas from 'har-schema'
import { expect, test } from 'vitest'
import { aliyunFc20160815Contract as contract } from '../../contracts/aliyun-fc-2016-08-15/contract.ts'
import { judgeKnownFailures, type KnownFailure } from '../../contracts/core/report/known-failures.ts'
import { type Report, toReportSchema } from '../../contracts/core/report/model.ts'
import type { ReportFacts } from '../../contracts/core/report/to-report.ts'
import { toVerdict } from '../../contracts/core/report/verdict.ts'
import { renderReport } from '../../contracts/core/report/write.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import { setJson } from '../../contracts/mutants/response.ts'
import { toLinkedSources } from '../../schemas/core/clause-links.ts'
import { edits, runChecksOn } from '../testing/run-checks-on.ts'

const { api } = contract

const secret = 'hunter2/hunter2+hunter2'

/** Rejects every creation. */
const rejecting = edits.editAllResponses(undefined, (response, { request }) => {
  if (request.method === 'POST') response.status = 500
})

/** Returns 201 instead of the documented 200, with secrets in the body. */
const leaky = edits.editAllResponses(undefined, (response, { request }) => {
  if (request.method !== 'POST' || response.status !== 200) return
  response.status = 201
  setJson(response, {
    echo: `FC LTAIxxxx:UnE9L6j5BMUGW7PH/pekrwEjin5c6dvssuY2kydJhLQ= ${secret} <script>&"'\u0001`,
  })
})

const facts: ReportFacts = {
  api,
  resources: contract.resources,
  toolVersion: '9.9.9',
  startedAt: new Date('2026-01-02T03:04:05.000Z'),
  profile: 'documented',
  authentication: 'FC signature',
  unsupported: ['Trigger'],
  flags: ['--operation', 'CreateService'],
  secrets: [secret],
}

async function render(wrap?: Wrap, known: readonly KnownFailure[] = []) {
  const outcomes = await runChecksOn({
    ...(wrap && { wrap }),
    auth: 'verify',
    fits: (id) => /^CreateService › (response-|create-returns|rejects-body|times-are-utc|ids-are-unique)/.test(id),
  })
  const sources = toLinkedSources(api)
  const run = { api: api.id, sources, baseUrl: 'http://127.0.0.1:1', runId: 'r', seed: 'it is a seed', durationMs: 10 }
  const verdict = toVerdict(run, outcomes, undefined, judgeKnownFailures(known, contract.checks, outcomes))
  const document = { path: 'generated/x/openapi.yaml', lines: new Map([['CreateService', 42]]) }
  const files = renderReport(verdict, facts, document)
  const read = (name: string) => files.get(name) ?? ''
  const report: Report = JSON.parse(read('report.json'))
  return { files, read, report }
}

const began = Date.now()
const failing = await render(leaky)
const passing = await render()

test('a report conforms to its published schema', async () => {
  const text = await readFile(new URL('../../contracts/core/report/report.schema.json', import.meta.url), 'utf8')
  const schema: object = JSON.parse(text)
  expect(schema).toEqual(toReportSchema())
  const ajv = addFormats.default(new Ajv2020({ strict: false }))
  for (const { report } of [failing, passing]) {
    expect(ajv.validate(schema, report), ajv.errorsText()).toBe(true)
  }
  expect(ajv.validate(schema, { ...passing.report, version: 2 })).toBe(false)
})

test('no file of a report holds a secret, even if the target returns the secret', () => {
  expect([...failing.files.keys()].sort()).toEqual([
    'badge.json',
    'junit.xml',
    'report.html',
    'report.json',
    'results.sarif',
    'run.har',
    'summary.md',
  ])
  for (const [name, text] of failing.files) {
    for (const part of ['hunter2', 'UnE9L6j5BMUGW7PH', 'LTAIxxxx']) expect(text, name).not.toContain(part)
  }
  expect(failing.read('report.json')).toContain('REDACTED')
  expect(failing.read('run.har')).toContain('REDACTED')
})

test('a failure shows clause, expected, actual, exchange, request and check', () => {
  const [outcome] = failing.report.outcomes.filter(({ status }) => status === 'failed')
  if (outcome?.status !== 'failed') throw new Error('nothing failed')
  expect(outcome.violation).toMatchObject({ operation: 'CreateService', expected: 'status 200' })
  expect(outcome.violation.exchange?.response?.status).toBe(201)
  const html = failing.read('report.html')
  for (const part of ['status 200', 'status 201', '004 CreateService', 'curl -sS', '--replay']) {
    expect(html).toContain(part)
  }
  expect(failing.read('summary.md')).toContain("--seed 'it is a seed'")
})

test('the table of operations has the causes of each operation, and coverage states what it counts', () => {
  const html = failing.read('report.html')
  const [cause] = failing.report.causes ?? []
  expect(cause?.operations).toEqual(['CreateService'])
  expect(html).toMatch(/<td><span class="name">CreateService<\/span><\/td><td><a href="#cause-1">1<\/a><\/td>/)
  for (const text of [html, failing.read('summary.md')]) {
    expect(text).toContain('with a documented success status')
    expect(text).toContain('Coverage counts statuses and error codes.')
    expect(text).not.toContain('as documented')
  }
  expect(html).toContain('<th>GetAlias (inferred, not in the totals)</th>')
})

test('text from the target is escaped in every file', () => {
  expect(failing.read('report.html')).not.toContain('<script>')
  for (const part of ['<script>', '\u0001']) expect(failing.read('junit.xml')).not.toContain(part)
  expect(failing.read('report.html')).not.toMatch(
    /src=|<link|href="(?!#|https:\/\/help\.aliyun\.com\/document_detail\/52877\.html)/,
  )
})

test('JUnit counts failures, and a known failure is skipped with its reason', async () => {
  const broken = await render(rejecting)
  const { failed, errored } = broken.report.counts
  expect(errored).toBeGreaterThan(1)
  expect(failed).toBeGreaterThan(1)
  expect(broken.read('junit.xml')).toMatch(new RegExp(`<testsuites [^>]*failures="${failed}" errors="${errored}"`))
  expect(broken.read('junit.xml').match(/<failure /g)).toHaveLength(failed)
  expect(broken.read('junit.xml').match(/<error type="setup"/g)).toHaveLength(errored)
  const [first] = broken.report.outcomes.filter(({ status }) => status === 'failed')
  const excused = await render(rejecting, [{ check: first?.check.id ?? '', reason: 'ticket 7' }])
  expect(excused.read('junit.xml').match(/<failure /g)).toHaveLength(failed - 1)
  expect(excused.read('junit.xml')).toContain('known failure: ticket 7')
  expect(JSON.parse(excused.read('results.sarif')).runs[0].results.at(-1).suppressions).toHaveLength(1)
})

test('a known failure that is out of date is an error of JUnit', async () => {
  const [first] = passing.report.outcomes.filter(({ status }) => status === 'passed')
  const stale = await render(undefined, [{ check: first?.check.id ?? '', reason: 'ticket 7' }])
  expect(stale.report.exitCode).toBe(1)
  expect(stale.read('junit.xml')).toMatch(/<error type="passing" message="this known failure passes: remove it"/)
})

test('SARIF points at the operation in the generated document', () => {
  const [result] = JSON.parse(failing.read('results.sarif')).runs[0].results
  expect(result.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'generated/x/openapi.yaml' },
    region: { startLine: 42 },
  })
})

test('SARIF is valid by the schema of its standard', () => {
  const ajv = new AjvDraft04.default({ strict: false, unicodeRegExp: false, validateFormats: false })
  for (const { read } of [failing, passing]) {
    expect(ajv.validate(sarifSchema, JSON.parse(read('results.sarif'))), ajv.errorsText()).toBe(true)
  }
  const broken = JSON.parse(failing.read('results.sarif'))
  delete broken.runs[0].results[0].message
  expect(ajv.validate(sarifSchema, broken)).toBe(false)
})

test('HAR is valid by the schema of its format', () => {
  const ajv = addFormats.default(new Ajv({ strict: false }))
  ajv.addMetaSchema(draft06).addSchema(Object.values<AnySchema>(harSchemas))
  for (const { read } of [failing, passing]) {
    expect(ajv.validate('har.json', JSON.parse(read('run.har'))), ajv.errorsText()).toBe(true)
  }
  const broken = JSON.parse(passing.read('run.har'))
  delete broken.log.entries[0].request.url
  expect(ajv.validate('har.json', broken)).toBe(false)
})

test('HAR has every exchange, clean-up included', () => {
  const { entries } = JSON.parse(passing.read('run.har')).log
  expect(entries).toHaveLength(passing.report.run.exchanges)
  expect(entries.map(({ request }: { request: { method: string } }) => request.method)).toContain('DELETE')
})

test('HAR has the time of every request, and its entries are in the order of time', () => {
  const { entries } = JSON.parse(passing.read('run.har')).log
  const times = entries.map(({ startedDateTime }: { startedDateTime: string }) => Date.parse(startedDateTime))
  expect(times).toEqual(times.toSorted((one: number, other: number) => one - other))
  expect(times[0]).toBeGreaterThanOrEqual(began)
  expect(times.at(-1)).toBeLessThanOrEqual(Date.now())
})

test('the badge and the claims show what the target supports', () => {
  expect(JSON.parse(failing.read('badge.json'))).toMatchObject({ schemaVersion: 1, color: 'red' })
  const claims = Object.fromEntries(passing.report.claims.features.map(({ name, status }) => [name, status]))
  expect(claims).toMatchObject({ Service: 'supported', Function: 'unproven', Trigger: 'unsupported' })
  expect(failing.report.claims.core.status).toBe('failing')
})

test('coverage counts requests and documented responses, and names what was not tried', () => {
  const toRow = ({ coverage }: Report) => coverage.operations.find(({ id }) => id === 'CreateService')
  const good = toRow(passing.report)
  const bad = toRow(failing.report)
  expect(bad?.attempts).toBeGreaterThan(0)
  expect(good?.statuses).toEqual([{ status: '200', provenance: 'documented', seen: good?.matches }])
  expect(bad?.matches).toBe(0)
  const { totals, neverReached, unreachable } = passing.report.coverage
  expect(totals.operations.total).toBe(24)
  expect(neverReached).toContain('CreateTrigger')
  expect(neverReached).not.toContain('CreateService')
  expect(neverReached).not.toContain('CreateService 500 InternalServerError')
  expect(unreachable).toContainEqual({
    name: 'CreateService 500 InternalServerError',
    reason: 'a fault of the server itself: no request brings it about',
  })
  expect(unreachable?.map(({ name }) => name)).toContain('DeleteAlias 400 InvalidArgument')
  expect(unreachable?.map(({ name }) => name)).not.toContain('CreateAlias 400 InvalidArgument')
  expect(passing.read('report.html')).toContain('A client cannot provoke these')
})

test('every file shows the same causes', () => {
  const title = 'CreateService: status 201 instead of 200'
  const { causes = [], outcomes } = failing.report
  const failed = outcomes.filter(({ status }) => status === 'failed').map(({ check }) => check.id)
  expect(causes.map((cause) => [cause.id, cause.title, cause.operations])).toEqual([
    ['cause-1', title, ['CreateService']],
  ])
  expect(causes[0]?.failed.toSorted()).toEqual(failed.toSorted())
  expect(failing.read('junit.xml').split(`<property name="cause" value="cause-1: ${title}"/>`)).toHaveLength(
    failed.length + 1,
  )
  const { results } = JSON.parse(failing.read('results.sarif')).runs[0]
  expect(results.map(({ properties }: { properties: { cause: string } }) => properties.cause)).toEqual(
    failed.map(() => `cause-1: ${title}`),
  )
  expect(failing.read('summary.md')).toContain(`| ${failed.length} | 0 | ${title} |`)
  expect(failing.read('report.html')).toContain(`<a href="#cause-1">1. ${title}</a>`)
  expect(passing.report.causes).toEqual([])
})
