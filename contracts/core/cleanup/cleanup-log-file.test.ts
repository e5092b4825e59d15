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
  for (const name of ['run1-a', 'run1-b', 'theirs']) {
    fake.state.set(`/services/${name}`, { serviceName: name })
  }
  return { folder, fake, run, cleanupLogWriter: createCleanupLogWriter(folder, run) }
}

test('another process can read the remaining resources, even if the last line is truncated', async () => {
  const { folder, run, cleanupLogWriter } = await setUp()
  expect(readCleanupLogs(folder)).toEqual([])
  for (const name of ['run1-a', 'run1-b', 'run1-c']) cleanupLogWriter.created(service(name))
  cleanupLogWriter.removed('Service run1-b')
  const found = findCleanupLog(folder, 'run1')
  appendFileSync(found?.file ?? '', '{"created":{"what":"Serv')
  expect(readCleanupLogs(folder)).toMatchObject([{ ...run, left: [service('run1-a'), service('run1-c')] }])
})

test('cleanup removes exactly the logged resources, the newest first, and then the log', async () => {
  const { folder, fake, cleanupLogWriter } = await setUp()
  for (const name of ['run1-a', 'run1-b']) cleanupLogWriter.created(service(name))
  const [cleanupLog] = readCleanupLogs(folder)
  if (!cleanupLog) throw new Error('there is no cleanup log')
  expect(await cleanUp(cleanupLog, { folder })).toEqual([])
  expect([...fake.state.keys()]).toEqual(['/services/theirs'])
  expect(fake.requests[0]).toBe('DELETE /services/run1-b')
  expect(existsSync(folder)).toBe(false)
})

test('a resource that cannot be removed stays in the cleanup log', async () => {
  const { folder, cleanupLogWriter } = await setUp({
    take: (request, response) => request.path.endsWith('-a') && Boolean(response.destroy()),
  })
  for (const name of ['run1-a', 'run1-b']) cleanupLogWriter.created(service(name))
  const [cleanupLog] = readCleanupLogs(folder)
  if (!cleanupLog) throw new Error('there is no cleanup log')
  expect(await cleanUp(cleanupLog, { folder })).toEqual(['Service run1-a'])
  expect(readCleanupLogs(folder)).toMatchObject([{ left: [service('run1-a')] }])
})

test('a file of another form is not a cleanup log', async () => {
  const { folder, cleanupLogWriter } = await setUp()
  cleanupLogWriter.created(service('run1-a'))
  writeFileSync(join(folder, 'other.cleanup.jsonl'), '{"left":"everything"}\n')
  expect(() => readCleanupLogs(folder)).toThrow(/other\.cleanup\.jsonl is not a cleanup log/)
})
