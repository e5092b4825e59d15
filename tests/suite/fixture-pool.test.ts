import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createCleanupLogWriter, readCleanupLogs } from '../../contracts/core/cleanup/cleanup-log-file.ts'
import { createEdits } from '../../contracts/mutants/edits.ts'
import { cleanUp } from '../../contracts/run/clean-up.ts'
import { huaweiFunctionGraphV2 } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { toSubject } from '../../scripts/detection/subject.ts'
import { runChecksOn } from '../testing/run-checks-on.ts'
import { serveEmulator } from '../testing/serve-emulator.ts'

const apiId = huaweiFunctionGraphV2.id
const { mock, supplied } = toSubject(apiId, false)
const [urn = ''] = supplied.functionUrn ?? []
const path = `/v2/7aad83af3e8d42e99ac194e8419e2c9b/fgs/functions/${urn}`
const settings = { func_name: 'pooled', runtime: 'Python3.9', handler: 'index.handler', timeout: 30, memory_size: 128 }
const code = { code_type: 'inline', func_code: { file: 'YQ==' } }

type Fields = Readonly<Record<string, unknown>>

/** A run that was interrupted after it changed the function, and its clean-up. */
async function interrupt(changes: { readonly before?: Fields; readonly now?: Fields; readonly code?: Fields }) {
  const root = await mkdtemp(join(tmpdir(), 'faas-contracts-fixtures-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const { baseUrl, send } = await serveEmulator(mock)
  const change = async (what: 'config' | 'code', fields: Fields) => {
    const { status, body } = await send('PUT', `${path}/${what}`, fields)
    expect(status).toBe(200)
    return body as Fields // a success has an object
  }
  await change('code', code)
  const before = await change('config', { ...settings, ...changes.before })
  const folder = join(root, 'cleanupLogs')
  const cleanupLogWriter = createCleanupLogWriter(folder, { apiId, baseUrl, runId: 'run1', supplied })
  cleanupLogWriter.created({ what: `functionUrn ${urn}`, create: 'functionUrn', path: { functionUrn: urn }, before })
  if (changes.code) await change('code', changes.code)
  await change('config', { ...settings, ...changes.now })
  const [cleanupLog] = readCleanupLogs(folder).logs
  if (!cleanupLog) throw new Error('the cleanup log is empty')
  const left = await cleanUp(cleanupLog, { folder, baseUrl, fixtures: cleanupLog.supplied })
  return { folder, left, before, after: await change('config', settings) }
}

test('the cleanup log of an interrupted run restores the function', async () => {
  const { folder, left, before, after } = await interrupt({
    before: { description: 'of the team', ephemeral_storage: 10240 },
    now: { timeout: 77, description: 'of a check', ephemeral_storage: 512, user_data: '{"a":"b"}' },
  })
  expect(left).toEqual([])
  const { timeout, description, ephemeral_storage } = before
  expect({ timeout, description, ephemeral_storage }).toEqual({
    timeout: 30,
    description: 'of the team',
    ephemeral_storage: 10240,
  })
  expect(after).toMatchObject({ timeout, description, ephemeral_storage })
  expect(after.user_data ?? '').toBe('')
  expect(readCleanupLogs(folder).logs).toEqual([])
})

test('a field that cannot be restored is reported and stays in the cleanup log', async () => {
  const { folder, left } = await interrupt({ now: { gpu_memory: 1024 } })
  expect(left).toEqual([`functionUrn ${urn}: not as before, and no request takes it away: gpu_memory`])
  expect(readCleanupLogs(folder).logs).toHaveLength(1)
})

test('a file name that was added is not code, and no request takes it away', async () => {
  const { left } = await interrupt({ code: { ...code, code_filename: 'index.py' } })
  expect(left).toEqual([`functionUrn ${urn}: not as before, and no request takes it away: code_filename`])
})

test('a success with an undocumented status is a violation of its operation, and prevents no other check', async () => {
  const { replaceStatus } = createEdits(huaweiFunctionGraphV2)
  const outcomes = await runChecksOn({
    apiId,
    wrap: replaceStatus('UpdateFunctionConfig', 202),
    fits: (id) => id.endsWith(' › response-matches-schema'),
  })
  expect(outcomes.map(({ check, status }) => [check.operation, status])).toEqual(
    expect.arrayContaining([
      ['UpdateFunctionConfig', 'failed'],
      ['UpdateFunctionCode', 'passed'],
    ]),
  )
})
