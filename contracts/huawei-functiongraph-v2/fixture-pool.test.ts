import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createCleanupLogWriter, readCleanupLogs } from '../core/cleanup/cleanup-log-file.ts'
import { cleanUp } from '../run/clean-up.ts'
import { runOn } from '../testing/detect.ts'
import { huaweiFunctionGraphV2Contract as contract } from './contract.ts'
import { startFakeFunctionGraph, urn } from './testing/fake.ts'

const apiId = 'huawei-functiongraph-v2'
const supplied = { functionUrn: [urn], runtime: ['Python3.9'] }

/** A run that was interrupted while a check held the function. */
async function interrupt(before: Readonly<Record<string, unknown>>, now: Readonly<Record<string, unknown>>) {
  const root = await mkdtemp(join(tmpdir(), 'faas-contracts-fixtures-'))
  const fake = await startFakeFunctionGraph()
  onTestFinished(async () => {
    await fake.close()
    await rm(root, { recursive: true })
  })
  const folder = join(root, 'cleanupLogs')
  const cleanupLogWriter = createCleanupLogWriter(folder, { apiId, baseUrl: fake.baseUrl, runId: 'run1', supplied })
  const { code_type, code_filename, code_size, digest, func_id } = fake.state.get(urn) ?? {}
  const whole = { code_type, code_filename, code_size, digest, func_id, ...before }
  cleanupLogWriter.created({
    what: `functionUrn ${urn}`,
    create: 'functionUrn',
    path: { functionUrn: urn },
    before: whole,
  })
  fake.state.set(urn, { ...fake.state.get(urn), ...now })
  const [cleanupLog] = readCleanupLogs(folder).logs
  if (!cleanupLog) throw new Error('nothing was written down')
  return {
    fake,
    folder,
    left: await cleanUp(cleanupLog, { folder, baseUrl: fake.baseUrl, fixtures: cleanupLog.supplied }),
  }
}

const identity = {
  runtime: 'Python3.9',
  handler: 'index.handler',
  timeout: 30,
  memory_size: 128,
  func_urn: urn,
  func_name: 'pooled',
  namespace: 'project-1',
  package: 'default',
  cpu: 300,
  version: 'latest',
  resource_id: 'id-1:pooled',
}

test('the cleanup log of an interrupted run restores the function', async () => {
  const before = { ...identity, description: 'of the team', ephemeral_storage: 10240 }
  const now = { timeout: 77, description: 'of a check', ephemeral_storage: 512, user_data: '{"a":"b"}' }
  const { fake, folder, left } = await interrupt(before, now)
  expect(left).toEqual([])
  expect(fake.state.get(urn)).toMatchObject({
    timeout: 30,
    description: 'of the team',
    ephemeral_storage: 10240,
    user_data: '',
  })
  expect(readCleanupLogs(folder).logs).toEqual([])
})

test('a field that cannot be restored is reported and stays in the cleanup log', async () => {
  const { folder, left } = await interrupt(identity, { gpu_memory: 1024 })
  expect(left).toEqual([`functionUrn ${urn}: not as before, and no request takes it away: gpu_memory`])
  expect(readCleanupLogs(folder).logs).toHaveLength(1)
})

test('a file name that was added is not code, and no request takes it away', async () => {
  const { left } = await interrupt({ ...identity, code_filename: undefined }, { code_filename: 'index.zip' })
  expect(left).toEqual([`functionUrn ${urn}: not as before, and no request takes it away: code_filename`])
})

test('a success with an undocumented status is a violation of its operation, and prevents no other check', async () => {
  const fake = await startFakeFunctionGraph({
    alter: (response, { path }) => {
      if (path.endsWith('/config') && response.status === 200) response.status = 202
    },
  })
  const outcomes = await runOn(contract, fake, supplied, ({ name }) => name === 'response-matches-schema')
  expect(outcomes.map(({ check, status }) => [check.operation, status])).toEqual(
    expect.arrayContaining([
      ['UpdateFunctionConfig', 'failed'],
      ['UpdateFunctionCode', 'passed'],
    ]),
  )
})
