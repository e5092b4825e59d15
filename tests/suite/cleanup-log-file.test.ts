import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  createCleanupLogWriter,
  findCleanupLog,
  readCleanupLogs,
} from '../../contracts/core/cleanup/cleanup-log-file.ts'
import type { Wrap } from '../../contracts/mutants/mutant.ts'
import { cleanUp } from '../../contracts/run/clean-up.ts'
import { edits, toEmptyResponse } from '../testing/run-checks-on.ts'
import { listServices, serveEmulator } from '../testing/serve-emulator.ts'

const apiId = 'aliyun-fc-2016-08-15'
const service = (serviceName: string) => ({
  what: `Service ${serviceName}`,
  create: 'CreateService',
  path: { serviceName },
})

async function setUp(wrap?: Wrap) {
  const root = await mkdtemp(join(tmpdir(), 'faas-contracts-cleanup-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const services = ['fct-run1-x-1', 'fct-run1-x-2', 'theirs'].map((serviceName) => ({ serviceName }))
  const emulator = await serveEmulator({ seed: { [apiId]: { services } } }, wrap)
  const folder = join(root, 'cleanupLogs')
  const run = { apiId, baseUrl: emulator.baseUrl, runId: 'run1' }
  return { folder, emulator, run, cleanupLogWriter: createCleanupLogWriter(folder, run) }
}

test('another process can read the remaining resources, even if the last line is truncated', async () => {
  const { folder, run, cleanupLogWriter } = await setUp()
  expect(readCleanupLogs(folder)).toEqual({ logs: [], broken: [] })
  for (const name of ['fct-run1-x-1', 'fct-run1-x-2', 'fct-run1-x-3']) cleanupLogWriter.created(service(name))
  cleanupLogWriter.removed('Service fct-run1-x-2')
  const found = findCleanupLog(folder, 'run1')
  appendFileSync(found?.file ?? '', '{"created":{"what":"Serv')
  expect(readCleanupLogs(folder).logs).toMatchObject([
    { ...run, left: [service('fct-run1-x-1'), service('fct-run1-x-3')] },
  ])
})

test('cleanup removes exactly the logged resources, the newest first, and then the log', async () => {
  const { folder, emulator, cleanupLogWriter } = await setUp()
  for (const name of ['fct-run1-x-1', 'fct-run1-x-2']) cleanupLogWriter.created(service(name))
  const [cleanupLog] = readCleanupLogs(folder).logs
  if (!cleanupLog) throw new Error('there is no cleanup log')
  expect(await cleanUp(cleanupLog, { folder, baseUrl: emulator.baseUrl })).toEqual([])
  expect(await listServices(emulator)).toEqual(['theirs'])
  expect(emulator.requests[0]).toBe('DELETE /services/fct-run1-x-2')
  expect(existsSync(folder)).toBe(false)
})

test('a resource that cannot be removed stays in the cleanup log', async () => {
  const { folder, emulator, cleanupLogWriter } = await setUp(
    edits.intercept(undefined, async ({ path }, { forward }) =>
      path.endsWith('-1') ? { ...toEmptyResponse(500), connection: 'reset' } : await forward(),
    ),
  )
  for (const name of ['fct-run1-x-1', 'fct-run1-x-2']) cleanupLogWriter.created(service(name))
  const [cleanupLog] = readCleanupLogs(folder).logs
  if (!cleanupLog) throw new Error('there is no cleanup log')
  expect(await cleanUp(cleanupLog, { folder, baseUrl: emulator.baseUrl })).toEqual([
    expect.stringMatching(/^Service fct-run1-x-1: the connection closed/),
  ])
  expect(readCleanupLogs(folder).logs).toMatchObject([{ left: [service('fct-run1-x-1')] }])
})

test('a file of another form is not a cleanup log', async () => {
  const { folder, cleanupLogWriter } = await setUp()
  cleanupLogWriter.created(service('fct-run1-x-1'))
  writeFileSync(join(folder, 'other.cleanup.jsonl'), '{"left":"everything"}\n')
  const { logs, broken } = readCleanupLogs(folder)
  expect(logs).toHaveLength(1)
  expect(broken).toEqual([{ file: join(folder, 'other.cleanup.jsonl'), reason: 'it is not a cleanup log' }])
})
