import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Served, serve } from '../mocks/adapters/http/node.ts'
import { toBlocks } from '../scripts/pack/code-blocks.ts'
import { cli } from './testing/cli.ts'
import { readPage } from './testing/pages.ts'

const [id, secret] = ['an-id', 'a-secret-of-the-run']
const project = '7aad83af3e8d42e99ac194e8419e2c9b'
const urn = `urn:fss:cn-north-4:${project}:function:default:fgsTest`

/** The mock verifies every signature, and has a service, which FC 2021-04-06 cannot create. */
let served: Served
beforeAll(async () => {
  served = await serve({
    port: 0,
    auth: { mode: 'verify', credentials: [{ id, secret }], tokens: [] },
    seed: { 'aliyun-fc-2016-08-15': { services: [{ serviceName: 'demo' }] } },
  })
})
afterAll(async () => await served.close())

async function toFolder(config?: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-fixtures-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  if (config) await writeFile(join(folder, 'faas-contracts.config.json'), JSON.stringify(config))
  return folder
}

async function verify(folder: string, apiId: string, ...args: readonly string[]) {
  return await run(folder, apiId, '--url', served.url, ...args)
}

async function run(folder: string, apiId: string, ...args: readonly string[]) {
  const env = { ...process.env, FAAS_CONTRACTS_ACCESS_KEY_ID: id, FAAS_CONTRACTS_ACCESS_KEY_SECRET: secret }
  return await new Promise<{ readonly code: unknown; readonly output: string }>((resolve) => {
    const all = [cli, 'verify', apiId, ...args]
    execFile(process.execPath, all, { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ code: error ? error.code : 0, output: stdout + stderr })
    })
  })
}

test('FC 2021-04-06: the emulator passes every check with every signature verified, and nothing stays behind', async () => {
  const fixtures = { serviceName: 'demo', removeWith: 'aliyun-fc-2016-08-15' }
  const { code, output } = await verify(await toFolder({ fixtures }), 'aliyun-fc-2021-04-06')
  // The check that needs temporary keys is skipped for each operation.
  expect(output).toMatch(/ 0 failed, 0 errored, 2 skipped$/m)
  expect(output).not.toContain('left behind')
  expect(code).toBe(0)
}, 240_000)

test('FunctionGraph v2: the emulator passes every check with every signature verified', async () => {
  const fixtures = { functionUrn: urn, runtime: 'Node.js18.15' }
  const { code, output } = await verify(await toFolder({ fixtures }), 'huawei-functiongraph-v2')
  expect(output).toMatch(/ 0 failed, 0 errored, 2 skipped$/m)
  expect(code).toBe(0)
}, 240_000)

/** A server of FC 2021-04-06 that has only the two operations of the pages 000 and 003. */
const reduced = { features: { unsupported: ['CreateService'] } }

test.each<[string, RegExp, object]>([
  ['aliyun-fc-2021-04-06', /needs the fixture serviceName .*: use --fixture serviceName=demo,/, reduced],
  [
    'huawei-functiongraph-v2',
    /needs the fixtures functionUrn .* and runtime .*: use --fixture functionUrn=urn:fss:/,
    {},
  ],
])('%s without its fixtures is wrong use, and one line says how to give them', async (apiId, line, config) => {
  const { code, output } = await verify(await toFolder(config), apiId)
  expect(code).toBe(2)
  expect(output.trim()).toMatch(line)
  expect(output.trim().split('\n')).toHaveLength(1)
})

const grep = ['--grep', 'code-is-not-returned']

test('a set-up command prints fixtures, and a tear-down command reads what is left behind', async () => {
  const folder = await toFolder({
    ...reduced,
    setup: `printf '%s\\n' preparing '{"fixtures":{"serviceName":"demo"}}'`,
    teardown: 'cat > left.json; echo "$FAAS_CONTRACTS_API $FAAS_CONTRACTS_URL $FAAS_CONTRACTS_RUN_ID" > seen.txt',
  })
  const { code, output } = await verify(folder, 'aliyun-fc-2021-04-06', ...grep)
  expect(code).toBe(0)
  const [, runId = ''] = /run (\w+)$/m.exec(output) ?? []
  expect(await readFile(join(folder, 'seen.txt'), 'utf8')).toBe(`aliyun-fc-2021-04-06 ${served.url} ${runId}\n`)
  const seen = JSON.parse(await readFile(join(folder, 'left.json'), 'utf8'))
  expect(seen.fixtures).toEqual({ serviceName: ['demo'] })
  expect(seen.leftBehind).toEqual([
    expect.objectContaining({ path: { serviceName: 'demo', functionName: expect.stringContaining(runId) } }),
  ])
  expect(output).toContain(`Function demo/${seen.leftBehind[0].path.functionName}`)
})

test('a failed set-up command ends the run with its last lines and without secrets', async () => {
  const setup = 'echo "no such account: $FAAS_CONTRACTS_ACCESS_KEY_SECRET" >&2; exit 7'
  const { code, output } = await verify(await toFolder({ setup }), 'aliyun-fc-2021-04-06', ...grep)
  expect(code).toBe(3)
  expect(output).toContain('the set-up command ended with exit code 7')
  expect(output).toContain('no such account: REDACTED')
  expect(output).not.toContain(secret)
})

test('a set-up command that does not print the needed fixture ends the run, and the fixture is named', async () => {
  const { code, output } = await verify(await toFolder({ ...reduced, setup: 'true' }), 'aliyun-fc-2021-04-06', ...grep)
  expect(code).toBe(3)
  expect(output).toContain('after the set-up command: aliyun-fc-2021-04-06 needs the fixture serviceName')
})

test('the configuration of the guide works as written, and leaves nothing behind', async () => {
  const mock = await serve({ port: 0 })
  onTestFinished(mock.close)
  const blocks = toBlocks(await readPage('docs/guides/verify-in-ci.md'))
  const sample = blocks.find(({ name }) => name === 'fc-2021/faas-contracts.config.json')?.text ?? ''
  const folder = await toFolder(JSON.parse(sample.replace('http://127.0.0.1:4010', mock.url)))
  const { code, output } = await run(folder, 'aliyun-fc-2021-04-06', ...grep)
  expect(output).toMatch(/^1 passed, 0 failed/m)
  expect(output).not.toContain('left behind')
  expect(code).toBe(0)
  expect(await (await fetch(`${mock.url}/2016-08-15/services`)).json()).toEqual({ services: [] })
})

test('a dry run prints fixtures and commands, and runs no command', async () => {
  const folder = await toFolder({ fixtures: { serviceName: 'demo' }, setup: 'echo > it-ran' })
  const { code, output } = await verify(folder, 'aliyun-fc-2021-04-06', '--dry-run')
  expect(code).toBe(0)
  expect(output).toMatch(/^fixture serviceName \(.*\): demo$/m)
  expect(output).toMatch(/^fixture removeWith \(.*\): not given$/m)
  expect(output).toMatch(/^set-up command: echo > it-ran$/m)
  expect(output).toContain('Function (cannot be removed, stays behind)')
  await expect(readFile(join(folder, 'it-ran'))).rejects.toThrow(/ENOENT/)
})
