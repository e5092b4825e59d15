import { appendFileSync, existsSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cleanUp } from '../../run/clean-up.ts'
import { type FakeFault, startFakeFc } from '../../testing/fake-fc.ts'
import { createCleanupLogWriter, findCleanupLog, readCleanupLogs } from './cleanup-log-file.ts'

const apiId = 'aliyun-fc-2016-08-15'
const service = (serviceName: string) => ({
  what: `Service ${serviceName}`,
  create: 'CreateService',
  path: { serviceName },
})

async function setUp(fault: FakeFault = {}) {
  const root = await mkdtemp(join(tmpdir(), 'faas-contracts-cleanup-'))
  const fake = await startFakeFc(fault)
  onTestFinished(async () => {
    await fake.close()
    await rm(root, { recursive: true })
  })
  const folder = join(root, 'cleanupLogs')
  const run = { apiId, baseUrl: fake.baseUrl, runId: 'run1' }
  for (const name of ['fct-run1-x-1', 'fct-run1-x-2', 'theirs']) {
    fake.state.set(`/services/${name}`, { serviceName: name })
  }
  return { folder, fake, run, cleanupLogWriter: createCleanupLogWriter(folder, run) }
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
  const { folder, fake, cleanupLogWriter } = await setUp()
  for (const name of ['fct-run1-x-1', 'fct-run1-x-2']) cleanupLogWriter.created(service(name))
  const [cleanupLog] = readCleanupLogs(folder).logs
  if (!cleanupLog) throw new Error('there is no cleanup log')
  expect(await cleanUp(cleanupLog, { folder, baseUrl: fake.baseUrl })).toEqual([])
  expect([...fake.state.keys()]).toEqual(['/services/theirs'])
  expect(fake.requests[0]).toBe('DELETE /services/fct-run1-x-2')
  expect(existsSync(folder)).toBe(false)
})

test('a resource that cannot be removed stays in the cleanup log', async () => {
  const { folder, fake, cleanupLogWriter } = await setUp({
    take: (request, response) => request.path.endsWith('-1') && Boolean(response.destroy()),
  })
  for (const name of ['fct-run1-x-1', 'fct-run1-x-2']) cleanupLogWriter.created(service(name))
  const [cleanupLog] = readCleanupLogs(folder).logs
  if (!cleanupLog) throw new Error('there is no cleanup log')
  expect(await cleanUp(cleanupLog, { folder, baseUrl: fake.baseUrl })).toEqual([
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
