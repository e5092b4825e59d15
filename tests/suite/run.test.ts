import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { toCauses } from '../../contracts/core/report/causes.ts'
import { renderVerdict } from '../../contracts/core/report/terminal.ts'
import { toExitCode } from '../../contracts/core/report/verdict.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import { type RunOptions, runContract } from '../../contracts/run/run.ts'
import { findMutant } from '../testing/find-mutant.ts'
import { edits, toJsonResponse } from '../testing/run-checks-on.ts'
import { listServices, serveEmulator } from '../testing/serve-emulator.ts'

const apiId = 'aliyun-fc-2016-08-15'

async function verify(wrap?: Wrap, options: Partial<RunOptions> = {}) {
  const emulator = await serveEmulator({}, wrap)
  return { emulator, verdict: await runContract({ apiId, url: emulator.baseUrl, ...options }) }
}

test('a conforming server is conformant, and every check is reported when it ends', async () => {
  const reported: string[] = []
  const { emulator, verdict } = await verify(undefined, {
    operation: ['CreateService', 'UpdateFunction', 'ListAliases'],
    onProgress: ({ check }, total) => reported.push(`${check.id} ${total}`),
  })
  expect(renderVerdict(verdict)).toMatch(/^conformant {2}aliyun-fc-2016-08-15 at /m)
  expect(toExitCode(verdict)).toBe(0)
  const ended = verdict.outcomes.map(({ check }) => `${check.id} ${verdict.outcomes.length}`)
  expect(reported.toSorted()).toEqual(ended.toSorted())
  expect(verdict.counts.passed).toBeGreaterThan(150)
  // Downloads of code are not requests of an operation.
  expect(verdict.exchanges).toBe(emulator.requests.filter((line) => line !== 'GET /_mock/code').length)
  expect(await listServices(emulator)).toEqual([])
})

test('a wrong status is a violation with everything that a reader needs', async () => {
  const wrap = edits.replaceStatus('CreateService', 201)
  const { emulator, verdict } = await verify(wrap, { operation: 'CreateService', seed: 'a seed' })
  expect(toExitCode(verdict)).toBe(1)
  const text = renderVerdict(verdict)
  expect(text).toMatch(
    /violation 1 {2}CreateService: status 201 instead of 200\n {2}check {5}CreateService › create-returns-the-created-resource\n {2}operation CreateService\n {2}clause {4}004 CreateService 200\n {2}source {4}https:\S+#createservice\n {2}expected {2}status 200\n {2}actual {4}status 201\n {2}repeat {4}npx faas-contracts verify .* --seed 'a seed' --replay 'CreateService › create-returns-the-created-resource'/,
  )
  expect(text).toContain('seed a seed')
  expect(text).toContain('likely causes\n  1 failed  CreateService: status 201 instead of 200\n')
  expect(verdict.counts).toMatchObject({ failed: 1, errored: 0 })
  expect(text).not.toContain('CreateFunction')
  expect(await listServices(emulator)).toEqual([])
})

test('a wrong type of one field fails one check and prevents none', async () => {
  const wrap = edits.setResponseFields('CreateService', { serviceId: 7 })
  const { verdict } = await verify(wrap, { operation: ['CreateService', 'GetService', 'CreateAlias'] })
  expect(verdict.counts.errored).toBe(0)
  const causes = toCauses(verdict.outcomes)
  expect(causes.map(({ title }) => title)).toEqual(['CreateService: serviceId: must be a string'])
  expect(verdict.counts.failed).toBeLessThan(5)
})

test('an operation that rejects every set-up is a violation, not a run without a verdict', async () => {
  const wrap = edits.rejectCalls('CreateFunction', () => true, 'AccessDenied')
  const { verdict } = await verify(wrap, { operation: 'DeleteFunction' })
  expect(toExitCode(verdict)).toBe(1)
  expect(verdict.counts.failed).toBe(1)
  const [cause, ...others] = toCauses(verdict.outcomes)
  expect(others).toEqual([])
  expect(cause?.title).toBe('CreateFunction: status 403 with AccessDenied instead of 200')
  expect(cause?.blocked.length).toBe(verdict.counts.errored)
  expect(renderVerdict(verdict)).toContain("--replay 'DeleteFunction › ")
})

test('a server that rejects requests without credentials is not a violation, and the run names what to set', async () => {
  const rejected = toJsonResponse(403, { ErrorCode: 'AccessDenied' })
  const { emulator, verdict } = await verify(edits.intercept(undefined, async () => rejected))
  expect(toExitCode(verdict)).toBe(3)
  expect(renderVerdict(verdict)).toContain(
    'requires credentials, and the run has none (set FAAS_CONTRACTS_ACCESS_KEY_ID and FAAS_CONTRACTS_ACCESS_KEY_SECRET): ListServices returns status 403 with AccessDenied',
  )
  expect(emulator.requests).toEqual(['GET /services'])
})

test('a run stops when its time is used up, and reports this', async () => {
  const { verdict } = await verify(undefined, { budgetMs: 1 })
  expect(toExitCode(verdict)).toBe(3)
  expect(renderVerdict(verdict)).toContain("the run's 1 ms were used up before this check")
})

test("the run does not change the caller's process", async () => {
  const before = [process.exitCode, process.env.NODE_ENV, process.env.VITEST, process.env.TEST]
  await verify(undefined, { grep: 'rejects-serviceName' })
  expect([process.exitCode, process.env.NODE_ENV, process.env.VITEST, process.env.TEST]).toEqual(before)
})

test('resources that remain on the reference are reported, and listed in a cleanup log', async () => {
  const keeps = findMutant(apiId, 'delete-is-ignored @ DeleteService remove service')
  const reference = await serveEmulator({}, keeps.wrap)
  const cleanupLog = await mkdtemp(join(tmpdir(), 'faas-contracts-cleanup-log-'))
  onTestFinished(() => rm(cleanupLog, { recursive: true, force: true }))
  const { verdict } = await verify(undefined, {
    cleanupLog,
    reference: reference.baseUrl,
    referenceRuns: 1,
    replay: 'reference run › sequence-1',
  })
  const left = verdict.leftBehind.filter((what) => what.endsWith(`on the reference ${reference.baseUrl}`))
  expect(left.length).toBeGreaterThan(0)
  expect(await readdir(cleanupLog)).toEqual([`${verdict.runId}-model.cleanup.jsonl`])
})
