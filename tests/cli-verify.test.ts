import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { cli } from './testing/cli.ts'
import { serveMock } from './testing/serve-mock.ts'

const apiId = 'aliyun-fc-2016-08-15'

async function toFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-verify-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

async function start(folder: string, ...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const output = Promise.all([text(child.stdout), text(child.stderr)])
  return { child, end: async () => ({ code: await code, output: (await output).join('\n') }) }
}

/** The mock behind a server that reports each request line and may delay each response. */
async function startServer(pauseMs: number, onRequest: (line: string) => void) {
  const { url, mock } = await serveMock({
    onRequest: ({ method, path }) => onRequest(`${method} ${path}`),
    change: (_, result) => sleep(pauseMs, result),
  })
  const list = async () => (await mock.fetch(`${url}/2016-08-15/services`)).json()
  return { url, list }
}

test('Ctrl-C ends a run soon, and its resources are removed', async () => {
  const folder = await toFolder()
  const lines: string[] = []
  const server = await startServer(60, (line) => {
    lines.push(line)
    // A create request is still waiting for its response.
    if (lines.length === 10) run.child.kill('SIGINT')
  })
  const run = await start(folder, 'verify', apiId, '--url', server.url)
  const { code, output } = await run.end()
  expect(output).toContain('interrupted')
  expect(code).toBe(3)
  expect(await server.list()).toEqual({ services: [] })
  expect(existsSync(join(folder, '.faas-contracts'))).toBe(false)
})

test('a killed run leaves a cleanup log, and cleanup removes the listed resources', async () => {
  const folder = await toFolder()
  const server = await startServer(60, (line) => {
    if (line.startsWith('POST /2016-08-15/services')) run.child.kill('SIGKILL')
  })
  const flags = ['--operation', 'CreateService', '--concurrency', '1']
  const run = await start(folder, 'verify', apiId, '--url', server.url, ...flags)
  await run.end()
  expect(await readdir(join(folder, '.faas-contracts'))).toHaveLength(1)
  expect(await server.list()).not.toEqual({ services: [] })
  const cleanup = await (await start(folder, 'cleanup', '--url', server.url)).end()
  expect(cleanup).toMatchObject({ code: 0, output: expect.stringContaining('1 removed, 0 left') })
  expect(await server.list()).toEqual({ services: [] })
  expect(existsSync(join(folder, '.faas-contracts'))).toBe(false)
})

test('a dry run prints the plan and sends nothing', async () => {
  const lines: string[] = []
  const server = await startServer(0, (line) => lines.push(line))
  const args = ['verify', apiId, '--url', server.url, '--unsupported', 'service', '--dry-run']
  const { code, output } = await (await start(await toFolder(), ...args)).end()
  expect(code).toBe(0)
  expect(output).toMatch(/^skip {2}core {6}CreateService › /m)
  expect(output).toMatch(/^run {3}core {6}CreateFunction › /m)
  expect(lines).toEqual([])
})

test('a dry run needs no URL', async () => {
  const args = ['verify', apiId, '--operation', 'GetService', '--dry-run']
  const { code, output } = await (await start(await toFolder(), ...args)).end()
  expect(output).toMatch(/^run .* GetService › /m)
  expect(output).toContain(`would be skipped: ${apiId} at an address that is not given\n`)
  expect(code).toBe(0)
})

test('shards together run every check, and a replay runs one check', async () => {
  const server = await startServer(0, () => undefined)
  const plan = async (...args: string[]) => {
    const { output } = await (
      await start(await toFolder(), 'verify', apiId, '--url', server.url, '--dry-run', ...args)
    ).end()
    return output.split('\n').filter((line) => line.startsWith('run '))
  }
  const [all, one, two, replay] = await Promise.all([
    plan(),
    plan('--shard', '1/2'),
    plan('--shard', '2/2'),
    plan('--replay', 'CreateService › duplicate-create-keeps-the-first'),
  ])
  // Both have the passive checks.
  expect(new Set([...one, ...two])).toEqual(new Set(all))
  expect(Math.max(one.length, two.length)).toBeLessThan((all.length * 3) / 4)
  expect(replay).toHaveLength(1)
})

test('a dry run counts what the run would run, and says what it would skip and why', async () => {
  const server = await startServer(0, () => undefined)
  const args = ['verify', apiId, '--url', server.url, '--operation', 'GetService']
  const plan = (await (await start(await toFolder(), ...args, '--dry-run')).end()).output
  const run = (await (await start(await toFolder(), ...args)).end()).output
  const [, planned, skipped] = /^(\d+) checks would run, (\d+) would be skipped/m.exec(plan) ?? []
  expect(plan).toContain(
    `\n${skipped} skipped: the run has no access key, so it signs no request; set FAAS_CONTRACTS_ACCESS_KEY_ID and FAAS_CONTRACTS_ACCESS_KEY_SECRET\n`,
  )
  const [, passed, ofRun] = /^(\d+) passed, 0 failed, 0 errored, (\d+) skipped/m.exec(run) ?? []
  expect([planned, skipped]).toEqual([passed, ofRun])
  expect(Number(skipped)).toBeGreaterThan(0)
  expect(run).toMatch(/^the checks of GetService also called, for example as set-up: .*CreateService, /m)
})

test('a dry run without fixtures lists all of them, and names every missing one', async () => {
  const args = ['verify', 'huawei-functiongraph-v2', '--url', 'http://127.0.0.1:1', '--dry-run']
  const { code, output } = await (await start(await toFolder(), ...args)).end()
  expect(output).toMatch(/^fixture functionUrn .*: missing, required$/m)
  expect(output).toMatch(/^fixture codeFile .*: not given$/m)
  expect(output).toContain('huawei-functiongraph-v2 needs the fixtures functionUrn (')
  expect(output).toMatch(/use --fixture functionUrn=\S+ --fixture runtime=\S+,/)
  expect(code).toBe(2)
})

test('C14: two flags --operation select the checks of both, and commas of two lists are joined', async () => {
  const args = ['--url', 'http://127.0.0.1:1', '--operation', 'GetService', '--operation', 'GetAlias', '--dry-run']
  const lists = ['--unsupported', 'Trigger', '--unsupported', 'Alias']
  const { output } = await (await start(await toFolder(), 'verify', apiId, ...args, ...lists)).end()
  expect(output).toMatch(/^run .* GetService › /m)
  expect(output).toMatch(/^skip .* GetAlias › /m)
  expect(output).not.toMatch(/ GetFunction › /)
})

test('C15: the repeat line of a violation repeats all steps, and finds the violation again', async () => {
  const another = (body: Buffer) =>
    Buffer.from(String(body).replace(/"serviceName":"[^"]*"/, '"serviceName":"another"'))
  const { url } = await serveMock({
    change: ({ method }, { status, body }) => ({ status, body: method === 'GET' ? another(body) : body }),
  })
  const folder = await toFolder()
  const run = await (
    await start(folder, 'verify', apiId, '--url', url, '--operation', 'GetService', '--no-reference')
  ).end()
  const [, words = ''] = /^ {2}repeat {4}npx faas-contracts (.*)$/m.exec(run.output) ?? []
  expect(words).toMatch(/--operation GetService --replay '\S+ › /)
  const shell = spawn('sh', ['-c', `"$0" "$1" ${words}`, process.execPath, cli], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [, id = ''] = /--replay '(.*)'/.exec(words) ?? []
  expect(await text(shell.stdout)).toMatch(new RegExp(`^violation 1 .*\\n {2}check {5}${id}$`, 'm'))
})
