import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WrongUseError } from '../core/exit-codes.ts'
import { toCauses } from '../core/report/causes.ts'
import { renderVerdict } from '../core/report/terminal.ts'
import { toExitCode } from '../core/report/verdict.ts'
import { type FakeFault, startFakeFc } from '../testing/fake-fc.ts'
import { startWireServer } from '../testing/wire-server.ts'
import { type RunOptions, runContract } from './run.ts'

const apiId = 'aliyun-fc-2016-08-15'

async function verify(fault: FakeFault, options: Partial<RunOptions> = {}) {
  const fake = await startFakeFc(fault)
  onTestFinished(fake.close)
  return { fake, verdict: await runContract({ apiId, url: fake.baseUrl, ...options }) }
}

test('a conforming server is conformant, and every check is reported when it ends', async () => {
  const reported: string[] = []
  const { fake, verdict } = await verify(
    {},
    { onProgress: ({ check }, total) => reported.push(`${check.id} ${total}`) },
  )
  expect(renderVerdict(verdict)).toMatch(/^conformant {2}aliyun-fc-2016-08-15 at /m)
  expect(toExitCode(verdict)).toBe(0)
  const ended = verdict.outcomes.map(({ check }) => `${check.id} ${verdict.outcomes.length}`)
  expect(reported.toSorted()).toEqual(ended.toSorted())
  expect(verdict.counts.passed).toBeGreaterThan(150)
  expect(verdict.exchanges).toBe(fake.requests.length)
  expect(fake.state.size).toBe(0)
}, 120_000)

test('a wrong status is a violation with everything that a reader needs', async () => {
  const alter: FakeFault['alter'] = (response, request) => {
    if (request.method === 'POST' && request.path === '/services' && response.status === 200) response.status = 201
  }
  const { fake, verdict } = await verify({ alter }, { operation: 'CreateService', seed: 'a seed' })
  expect(toExitCode(verdict)).toBe(1)
  const text = renderVerdict(verdict)
  expect(text).toMatch(
    /violation 1 {2}CreateService: status 201 instead of the documented success\n {2}check {5}CreateService › create-returns-the-created-resource\n {2}operation CreateService\n {2}clause {4}004 CreateService 200\n {2}source {4}https:\S+#createservice\n {2}expected {2}status 200\n {2}actual {4}status 201\n {2}repeat {4}npx faas-contracts verify .* --seed 'a seed' --replay 'CreateService › create-returns-the-created-resource'/,
  )
  expect(text).toContain('seed a seed')
  expect(text).toContain('likely causes\n  1 failed  CreateService: status 201 instead of the documented success\n')
  expect(verdict.counts).toMatchObject({ failed: 1, errored: 0 })
  expect(text).not.toContain('CreateFunction')
  expect(fake.state.size).toBe(0)
})

test('a wrong type of one field fails one check and prevents none', async () => {
  const alter: FakeFault['alter'] = (response, request) => {
    const isCreation = request.method === 'POST' && request.path === '/services' && response.status === 200
    if (isCreation && typeof response.body === 'object') response.body = { ...response.body, serviceId: 7 }
  }
  const { verdict } = await verify({ alter }, { operation: ['CreateService', 'GetService', 'CreateAlias'] })
  expect(verdict.counts.errored).toBe(0)
  const causes = toCauses(verdict.outcomes)
  const [cause, ...others] = causes.filter(({ title }) => title.includes('serviceId'))
  expect(cause?.title).toBe('CreateService: serviceId: Invalid input: expected string, received number')
  expect(cause?.failed.length).toBeLessThan(5)
  expect(others).toEqual([])
})

test('an operation that refuses every set-up is a violation, not a run without a verdict', async () => {
  const alter: FakeFault['alter'] = (response, request) => {
    if (request.method === 'POST' && request.path.endsWith('/functions')) {
      response.status = 403
      response.body = { ErrorCode: 'AccessDenied', ErrorMessage: 'no' }
    }
  }
  const { verdict } = await verify({ alter }, { operation: 'DeleteFunction' })
  expect(toExitCode(verdict)).toBe(1)
  expect(verdict.counts.failed).toBe(1)
  const [cause, ...others] = toCauses(verdict.outcomes)
  expect(others).toEqual([])
  expect(cause?.title).toBe('CreateFunction: status 403 with AccessDenied instead of the documented success')
  expect(cause?.blocked.length).toBe(verdict.counts.errored)
  expect(renderVerdict(verdict)).toContain("--replay 'DeleteFunction › ")
})

test('an unreachable server is not a violation: the run could not run', async () => {
  const server = await startWireServer(() => undefined)
  await server.close()
  const verdict = await runContract({ apiId, url: server.baseUrl })
  expect(toExitCode(verdict)).toBe(3)
  expect(verdict.counts.passed + verdict.counts.failed).toBe(0)
  expect(verdict.counts.errored).toBeGreaterThan(1000)
  expect(renderVerdict(verdict)).toMatch(/no connection: connect ECONNREFUSED/)
})

test('a server that rejects requests without credentials is not a violation, and the run names what to set', async () => {
  const { fake, verdict } = await verify({
    alter: (response) => Object.assign(response, { status: 403, body: { ErrorCode: 'AccessDenied' } }),
  })
  expect(toExitCode(verdict)).toBe(3)
  expect(renderVerdict(verdict)).toContain(
    'requires credentials, and the run has none (set FAAS_CONTRACTS_ACCESS_KEY_ID and FAAS_CONTRACTS_ACCESS_KEY_SECRET): ListServices returns status 403 with AccessDenied',
  )
  expect(fake.requests).toEqual(['GET /services'])
})

test('a server that never returns ends the run after three time-outs', async () => {
  const server = await startWireServer(() => undefined)
  onTestFinished(server.close)
  const start = performance.now()
  const verdict = await runContract({ apiId, url: server.baseUrl, timeoutMs: 200, concurrency: 1 })
  expect(performance.now() - start).toBeLessThan(30_000)
  expect(toExitCode(verdict)).toBe(1)
  expect(renderVerdict(verdict)).toContain('no response came within 200 ms')
  expect(server.requests.length).toBe(3)
})

test('a run stops when its time is used up, and reports this', async () => {
  const { verdict } = await verify({}, { budgetMs: 1 })
  expect(toExitCode(verdict)).toBe(3)
  expect(renderVerdict(verdict)).toContain("the run's 1 ms were used up before this check")
})

test.each<[string, Partial<RunOptions>]>([
  ['an unknown API', { apiId: 'nope' }],
  ['a base URL that is not a URL', { url: '127.0.0.1:4010' }],
  ['a filter that matches nothing', { grep: 'no such check' }],
  ['a known failure of an unknown check', { knownFailures: [{ check: 'nope', reason: 'ticket 7' }] }],
  ['a setting out of range', { concurrency: 0 }],
  ['a missing fixture', { apiId: 'huawei-functiongraph-v2' }],
  ['an unknown fixture', { fixtures: { serviceName: 'demo' } }],
])('%s is wrong use', async (_, options) => {
  await expect(runContract({ apiId, url: 'http://127.0.0.1:1', ...options })).rejects.toThrow(WrongUseError)
})

test("the run does not change the caller's process", async () => {
  const before = [process.exitCode, process.env.NODE_ENV, process.env.VITEST, process.env.TEST]
  await verify({ validates: false }, { grep: 'rejects-serviceName' })
  expect([process.exitCode, process.env.NODE_ENV, process.env.VITEST, process.env.TEST]).toEqual(before)
})

test('resources that remain on the reference are reported, and listed in a cleanup log', async () => {
  const reference = await startFakeFc({ keeps: true })
  onTestFinished(reference.close)
  const cleanupLog = await mkdtemp(join(tmpdir(), 'faas-contracts-cleanup-log-'))
  onTestFinished(() => rm(cleanupLog, { recursive: true, force: true }))
  const { verdict } = await verify(
    {},
    { cleanupLog, reference: reference.baseUrl, referenceRuns: 1, replay: 'reference run › sequence-1' },
  )
  const left = verdict.leftBehind.filter((what) => what.endsWith(`on the reference ${reference.baseUrl}`))
  expect(left.length).toBeGreaterThan(0)
  expect(await readdir(cleanupLog)).toEqual([`${verdict.runId}-model.cleanup.jsonl`])
})
