import { expect, onTestFinished, test } from 'vitest'
import { WrongUseError } from '../core/exit-codes.ts'
import { renderVerdict } from '../core/report/terminal.ts'
import { toExitCode } from '../core/report/verdict.ts'
import { startWireServer } from '../testing/wire-server.ts'
import { type RunOptions, runContract } from './run.ts'

const apiId = 'aliyun-fc-2016-08-15'

test('an unreachable server is not a violation: the run could not run', async () => {
  const server = await startWireServer(() => undefined)
  await server.close()
  const verdict = await runContract({ apiId, url: server.baseUrl })
  expect(toExitCode(verdict)).toBe(3)
  expect(verdict.counts.passed + verdict.counts.failed).toBe(0)
  expect(verdict.counts.errored).toBeGreaterThan(1000)
  expect(renderVerdict(verdict)).toMatch(/no connection: connect ECONNREFUSED/)
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
