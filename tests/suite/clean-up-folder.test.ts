import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createCleanupLogWriter } from '../../contracts/core/cleanup/cleanup-log-file.ts'
import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import { cleanUpFolder } from '../../contracts/run/clean-up-folder.ts'
import { startWireServer } from '../../contracts/testing/wire-server.ts'
import { toSubject } from '../../scripts/detection/subject.ts'
import { listServices, serveEmulator } from '../testing/serve-emulator.ts'

const apiId = 'aliyun-fc-2016-08-15'

async function setUp() {
  const root = await mkdtemp(join(tmpdir(), 'faas-contracts-clean-up-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const services = ['fct-run1-x-1', 'ci-run4-x-1', 'theirs'].map((serviceName) => ({ serviceName }))
  const emulator = await serveEmulator({ seed: { [apiId]: { services } } })
  const folder = join(root, 'logs')
  const write = (runId: string, path: Record<string, string>, facts: object = {}) => {
    mkdirSync(folder, { recursive: true })
    const head = { version: 1, apiId, baseUrl: emulator.baseUrl, runId, ...facts }
    const created = { what: `Service ${Object.values(path).join('/')}`, create: 'CreateService', path }
    writeFileSync(join(folder, `${runId}.cleanup.jsonl`), `${JSON.stringify(head)}\n${JSON.stringify({ created })}\n`)
  }
  return { root, folder, emulator, write }
}

test('C10: a cleanup log removes only resources with the mark of its run', async () => {
  const { folder, emulator, write } = await setUp()
  write('run1', { serviceName: 'fct-run1-x-1' })
  write('run2', { serviceName: 'theirs' })
  write('heir', { serviceName: 'theirs' })
  write('run3', { serviceName: '..', functionName: 'fct-run3-x-1' })
  const results = await cleanUpFolder(folder, { url: `${emulator.baseUrl}/` })
  const because = (run: string) => `not removed, because its name does not contain fct-${run}-`
  expect(results).toEqual([
    { runId: 'heir', removed: 0, remaining: 1, left: [`Service theirs: ${because('heir')}`] },
    { runId: 'run1', removed: 1, remaining: 0, left: [] },
    { runId: 'run2', removed: 0, remaining: 1, left: [`Service theirs: ${because('run2')}`] },
    { runId: 'run3', removed: 0, remaining: 1, left: [`Service ../fct-run3-x-1: ${because('run3')}`] },
  ])
  expect(await listServices(emulator)).toEqual(['ci-run4-x-1', 'theirs'])
})

test.each<[string, string, Record<string, string>]>([
  ['a value that is no part of its path', 'abcd1234', { serviceName: 'theirs', note: 'fct-abcd1234-x-1' }],
  ['another prefix', 'prod', { serviceName: 'billing-prod-eu-1' }],
  ['a longer prefix', 'abcd1234', { serviceName: 'infct-abcd1234-x-1' }],
  ['no prefix', 'abcd1234', { serviceName: 'abcd1234-x-1' }],
])('a resource of others whose entry has the run id in %s is not removed', async (_, runId, path) => {
  const { folder, emulator, write } = await setUp()
  write(runId, path)
  const [result] = await cleanUpFolder(folder, { url: emulator.baseUrl })
  expect(result?.left).toEqual([expect.stringContaining(`its name does not contain fct-${runId}-`)])
  expect(emulator.requests).toEqual([])
})

test('a run with another name prefix is cleaned up with this prefix', async () => {
  const { folder, emulator, write } = await setUp()
  write('run4', { serviceName: 'ci-run4-x-1' })
  expect(await cleanUpFolder(folder, { url: emulator.baseUrl })).toMatchObject([{ removed: 0 }])
  expect(await cleanUpFolder(folder, { url: emulator.baseUrl, namePrefix: 'ci' })).toMatchObject([{ removed: 1 }])
})

test('C10: nothing is sent to a base URL that is not confirmed', async () => {
  const { folder, emulator, write } = await setUp()
  const other = await startWireServer(() => undefined)
  onTestFinished(other.close)
  write('run1', { serviceName: 'fct-run1-x-1' }, { baseUrl: other.baseUrl })
  const advice = `this run used ${other.baseUrl}; run: faas-contracts cleanup --url ${other.baseUrl}`
  expect(await cleanUpFolder(folder, { url: emulator.baseUrl })).toMatchObject([
    { problem: advice, removed: 0, remaining: 1, left: [] },
  ])
  expect(await cleanUpFolder(folder, {})).toMatchObject([{ problem: advice }])
  expect(other.requests).toEqual([])
  expect(emulator.requests).toEqual([])
})

test('C10: a broken log, a log of another path and a symbolic link have a reason, and the other logs are processed', async () => {
  const { root, folder, emulator, write } = await setUp()
  write('run1', { serviceName: 'fct-run1-x-1' })
  write('run2', { serviceName: 'fct-run2-x-1' }, { runId: '../../run2' })
  write('run3', { serviceName: 'fct-run3-x-1' }, { apiId: 'no-such-api' })
  writeFileSync(join(folder, 'a.cleanup.jsonl'), 'not JSON')
  writeFileSync(join(root, 'victim'), 'kept')
  symlinkSync(join(root, 'victim'), join(folder, 'link.cleanup.jsonl'))
  mkdirSync(join(folder, 'dir.cleanup.jsonl'))
  const results = await cleanUpFolder(folder, { url: emulator.baseUrl })
  expect(results.map(({ runId, problem }) => [runId, problem])).toEqual([
    ['a', 'it is not a cleanup log'],
    ['dir', 'it is not a regular file'],
    ['link', 'it is not a regular file'],
    ['run2', 'its run id is not the name of the file'],
    ['run1', undefined],
    ['run3', expect.stringContaining('there is no API "no-such-api"')],
  ])
  expect(readdirSync(root).sort()).toEqual(['logs', 'victim'])
  expect(readFileSync(join(root, 'victim'), 'utf8')).toBe('kept')
  expect(existsSync(join(folder, 'run1.cleanup.jsonl'))).toBe(false)
})

test('C10: the log of a target that is gone has a reason, and forget deletes it', async () => {
  const { folder, write } = await setUp()
  const gone = await startWireServer(() => undefined)
  await gone.close()
  write('run1', { serviceName: 'fct-run1-x-1' }, { baseUrl: gone.baseUrl })
  const [result] = await cleanUpFolder(folder, { url: gone.baseUrl })
  expect(result?.left).toEqual([expect.stringMatching(/^Service fct-run1-x-1: no connection: connect ECONNREFUSED/)])
  await expect(cleanUpFolder(folder, { forget: ['run9'] })).rejects.toThrow(WrongUseError)
  expect(await cleanUpFolder(folder, { forget: ['run1'] })).toEqual([])
  expect(existsSync(folder)).toBe(false)
})

test('C10: a fixture is restored only if the command names it', async () => {
  const { folder, emulator } = await setUp()
  mkdirSync(folder)
  const head = {
    version: 1,
    apiId: 'huawei-functiongraph-v2',
    baseUrl: emulator.baseUrl,
    runId: 'run1',
    supplied: { functionUrn: ['urn:x'], codeFile: ['/etc/hostname'] },
  }
  const created = {
    what: 'functionUrn urn:x',
    create: 'functionUrn',
    path: { functionUrn: 'urn:x' },
    before: { handler: 'evil' },
  }
  writeFileSync(join(folder, 'run1.cleanup.jsonl'), `${JSON.stringify(head)}\n${JSON.stringify({ created })}\n`)
  expect(await cleanUpFolder(folder, { url: emulator.baseUrl })).toMatchObject([
    {
      left: [
        'functionUrn urn:x: not restored, because it is not a fixture of this command; use --fixture functionUrn=urn:x',
      ],
    },
  ])
  expect(emulator.requests).toEqual([])
})

test('cleanup counts resources, and a resource with two differences once', async () => {
  const { folder } = await setUp()
  const { mock, supplied: fixtures } = toSubject('huawei-functiongraph-v2', false)
  const [urn = ''] = fixtures.functionUrn ?? []
  const { baseUrl } = await serveEmulator(mock)
  const run = { apiId: 'huawei-functiongraph-v2', baseUrl, runId: 'run1', supplied: fixtures }
  const before = { func_urn: urn, digest: 'of-before' }
  createCleanupLogWriter(folder, run).created({
    what: `functionUrn ${urn}`,
    create: 'functionUrn',
    path: { functionUrn: urn },
    before,
  })
  const [result] = await cleanUpFolder(folder, { url: baseUrl, fixtures })
  expect(result).toMatchObject({ removed: 0, remaining: 1 })
  expect(result?.left).toHaveLength(2)
})

test('C11: a cleanup log is readable for its owner only, and is not written through a symbolic link', async () => {
  const { root, folder } = await setUp()
  const toWriter = (runId: string) => createCleanupLogWriter(folder, { apiId, baseUrl: 'http://a', runId })
  const entry = { what: 'x', create: 'CreateService', path: {} }
  toWriter('run1').created(entry)
  toWriter('run1').removed('x')
  const file = join(folder, 'run1.cleanup.jsonl')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(3)
  const victim = join(root, 'victim')
  writeFileSync(victim, 'kept')
  symlinkSync(victim, join(folder, 'run2.cleanup.jsonl'))
  expect(() => toWriter('run2').created(entry)).toThrow(/ELOOP/)
  expect(readFileSync(victim, 'utf8')).toBe('kept')
  expect(() => toWriter('../run3')).toThrow(/cannot be the name of a file/)
})
