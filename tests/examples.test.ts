import { execFileSync, spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { listen } from '../mocks/adapters/http/listen.ts'
import { toBlocks } from '../scripts/pack/code-blocks.ts'
import { cli } from './testing/cli.ts'
import { missingCurl, missingPython } from './testing/missing-tools.ts'
import { readPage } from './testing/pages.ts'

const root = join(import.meta.dirname, '..')
const examples = join(root, 'contracts', 'examples')

interface Step {
  readonly name?: string
  readonly run?: string
}

interface Workflow {
  readonly jobs: {
    readonly contract: { readonly env: Readonly<Record<string, string>>; readonly steps: readonly Step[] }
  }
}

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

let workflow: Workflow
beforeAll(async () => {
  workflow = parse(await readFile(join(examples, 'ci', 'github-actions.yml'), 'utf8'))
})

const stepOf = (name: string) => {
  const step = workflow.jobs.contract.steps.find((one) => one.name === name)?.run
  if (step === undefined) throw new Error(`the workflow has no step ${JSON.stringify(name)} with a command`)
  return step
}

describe('the server in Python', () => {
  test('conforms when the workflow verifies it', { timeout: 180_000 }, async ({ skip }) => {
    skip(missingPython !== undefined, missingPython)
    const { env } = workflow.jobs.contract
    const server = await startServer({ credentials: toCredentials(env) })
    const { code, stdout, stderr } = await runStep('Verify the server', server.folder, env)
    expect(stderr + stdout).toMatch(/\nconformant {2}aliyun-fc-2016-08-15 at /)
    expect(stdout).toContain('\nconformant\n')
    expect(code).toBe(0)
    const report = JSON.parse(await readFile(join(server.folder, 'out', 'report.json'), 'utf8'))
    expect(report.counts).toMatchObject({ failed: 0, errored: 0 })
    expect(report.counts.passed).toBeGreaterThan(800)
    expect(report.leftBehind).toEqual([])
    const kept = JSON.stringify(workflow).match(/out\/[a-z]+\.(xml|html|json|har)/g) ?? []
    expect(kept.length).toBeGreaterThan(3)
    for (const path of new Set(kept)) expect(await readFile(join(server.folder, path), 'utf8')).not.toBe('')
  })

  test('with a violation (201 for a create) makes the run exit with 1, and JUnit names the check', {
    timeout: 60_000,
  }, async ({ skip }) => {
    skip(missingPython !== undefined, missingPython)
    const server = await startServer({
      change: [
        'api.py',
        'return self.to_response(shape, resource)',
        'return Response(201, self.to_body(shape, resource))',
      ],
    })
    const { code, stdout } = await runStep('Verify the server', server.folder, {}, '--operation CreateService')
    expect(stdout).toContain('::error::the server violates its contract')
    expect(code).toBe(1)
    const junit = await readFile(join(server.folder, 'out', 'junit.xml'), 'utf8')
    expect(junit).toMatch(
      /<testcase[^>]*create-returns-the-created-resource[^>]*>\s*<properties>(?:(?!<\/testcase>)[\s\S])*<failure[^>]*201/,
    )
  })

  test('conforms to the operations of FC 2021 that it claims', { timeout: 180_000 }, async ({ skip }) => {
    skip(missingPython !== undefined, missingPython)
    const { env } = workflow.jobs.contract
    const server = await startServer({ credentials: toCredentials(env) })
    const command = 'npx --no -- faas-contracts verify aliyun-fc-2021-04-06 --config faas-contracts.fc2021.json'
    const { code, stdout, stderr } = await runWithCli(command, server.folder, env)
    expect(stderr + stdout).toMatch(/\nconformant {2}aliyun-fc-2021-04-06 at /)
    expect(code).toBe(0)
    expect(Number(stdout.match(/^(\d+) passed, 0 failed, 0 errored, /m)?.[1])).toBeGreaterThan(3000)
    expect(stdout).not.toContain('left behind')
  })

  test('without the features of layers makes the run name the flag that leaves them out', { timeout: 60_000 }, async ({
    skip,
  }) => {
    skip(missingPython !== undefined, missingPython)
    const { url, folder } = await startServer({})
    const command = `npx --no -- faas-contracts verify aliyun-fc-2021-04-06 --url ${url} --no-reference`
    const { code, stdout } = await runWithCli(command, folder, {}, '--operation ListLayers --operation ListServices')
    expect(stdout).toContain('\n  --unsupported Layer\n')
    expect(code).toBe(1)
  })

  test('shows a trigger of one version through the other version', { timeout: 60_000 }, async ({ skip }) => {
    skip(missingPython !== undefined, missingPython)
    const { url } = await startServer({})
    const send = async (method: string, path: string, body?: object) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
      expect(response.status, path).toBe(200)
      return await response.json()
    }
    const code = { ossBucketName: 'b', ossObjectName: 'o.zip' }
    const fn = { functionName: 'f', handler: 'index.handler', runtime: 'nodejs8', code, diskSize: 512 }
    const timer = { triggerName: 't', triggerType: 'timer', triggerConfig: '{"enable": true}' }
    await send('POST', '/2021-04-06/services', { serviceName: 's' })
    await send('POST', '/2021-04-06/services/s/functions', fn)
    await send('POST', '/2021-04-06/services/s/functions/f/triggers', timer)
    expect(await send('GET', '/2021-04-06/services/s/functions/f')).toMatchObject({ diskSize: 512 })
    expect(await send('GET', '/2016-08-15/services/s/functions/f')).not.toHaveProperty('diskSize')
    const path = '/services/s/functions/f/triggers/t'
    expect(await send('GET', `/2021-04-06${path}`)).toMatchObject({ triggerConfig: '{"enable": true}' })
    expect(await send('GET', `/2016-08-15${path}`)).toMatchObject({ triggerConfig: { enable: true } })
    await send('PUT', `/2016-08-15${path}`, { triggerConfig: { enable: false } })
    expect(await send('GET', `/2021-04-06${path}`)).toMatchObject({ triggerConfig: '{"enable": false}' })
  })

  test('makes the run exit with 3 if it does not run', { timeout: 60_000 }, async ({ skip }) => {
    skip(missingPython !== undefined, missingPython)
    const server = await startServer({})
    await server.stop()
    const { code, stdout } = await runStep(
      'Verify the server',
      server.folder,
      {},
      '--operation ListServices --timeout 500',
    )
    expect(stdout).toContain('::error::no verdict')
    expect(code).toBe(3)
  })
})

describe('the workflow', () => {
  test('uses existing commands and flags', () => {
    const commands = workflow.jobs.contract.steps.flatMap(({ run = '' }) => [
      ...run.matchAll(/npx --no -- faas-contracts (\S+)([^|&;\n]*)/g),
    ])
    expect(commands.map(([, verb]) => verb)).toEqual(['verify', 'cleanup'])
    for (const [command, verb = '', rest = ''] of commands) {
      const help = execFileSync(process.execPath, [cli, verb, '--help'], { encoding: 'utf8' })
      for (const [flag] of rest.matchAll(/--[a-z-]+/g)) expect(help, command).toMatch(new RegExp(`${flag}[ ,]`))
    }
  })

  test('starts the server, waits for it, and stops it', { timeout: 60_000 }, async ({ skip }) => {
    skip(missingPython !== undefined, missingPython)
    skip(missingCurl !== undefined, missingCurl)
    const folder = await copyServer()
    const port = String(await findFreePort())
    const { env } = workflow.jobs.contract
    const started = await runScript(stepOf('Start the server').replaceAll('9000', port), folder, env)
    const getStatus = () => fetch(`http://127.0.0.1:${port}/2016-08-15/services`).then(({ status }) => status)
    const responded = await getStatus().catch(() => 'nothing')
    const stopped = await runScript(stepOf('Stop the server'), folder, {})
    expect(started).toMatchObject({ code: 0, stdout: '' })
    expect(responded, 'an unsigned request is rejected').toBe(403)
    expect(stopped.code).toBe(0)
    await expect.poll(() => getStatus().catch(() => 'nothing'), { timeout: 5_000 }).toBe('nothing')
  })

  test('contains the steps that the guide shows', async () => {
    const blocks = toBlocks(await readPage('docs/guides/verify-in-ci.md'))
    const sample = blocks.find(({ language }) => language === 'yaml')?.text ?? ''
    expect(sample).not.toBe('')
    const file = await readFile(join(examples, 'ci', 'github-actions.yml'), 'utf8')
    const lines = file.split('\n').map((line) => line.trim())
    expect(
      sample
        .trimEnd()
        .split('\n')
        .filter((line) => !lines.includes(line.trim())),
    ).toEqual([])
    expect(parse(sample)).toBeInstanceOf(Array)
  })
})

/** Starts a copy of the server on a free port, with one text replaced if `change` is given. Stops it after the test. */
async function startServer({
  credentials,
  change,
}: {
  readonly credentials?: string
  readonly change?: readonly [file: string, from: string, to: string]
}): Promise<{ readonly folder: string; readonly url: string; readonly stop: () => Promise<void> }> {
  const folder = await copyServer()
  if (change) await replaceIn(join(folder, change[0]), change[1], change[2])
  const flags = ['--port', '0', ...(credentials === undefined ? [] : ['--credentials', credentials])]
  const child = spawn('python3', ['-B', join(folder, 'server.py'), ...flags], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  onTestFinished(stop)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim().replace('listening on ', '')))
    void ended.then(() => reject(new Error('the server exited before it listened')))
  })
  for (const config of ['faas-contracts.config.json', 'faas-contracts.fc2021.json'])
    await replaceIn(join(folder, config), 'http://127.0.0.1:9000', url)
  return { folder, url, stop }
}

async function copyServer(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-example-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await cp(join(examples, 'python-server'), folder, { recursive: true })
  return folder
}

async function replaceIn(file: string, from: string, to: string): Promise<void> {
  const content = await readFile(file, 'utf8')
  expect(content.split(from), `occurrences in ${file}: ${from}`).toHaveLength(2)
  await writeFile(file, content.replace(from, to))
}

function toCredentials(env: Workflow['jobs']['contract']['env']): string {
  return `${env.FAAS_CONTRACTS_ACCESS_KEY_ID}:${env.FAAS_CONTRACTS_ACCESS_KEY_SECRET}`
}

/** Runs a step of the workflow and adds `flags` to its command. */
async function runStep(
  name: string,
  folder: string,
  env: Readonly<Record<string, string>>,
  flags = '',
): Promise<Ended> {
  return await runWithCli(stepOf(name), folder, env, flags)
}

/** Runs a script with the command of this repository and adds `flags` to the command. */
async function runWithCli(
  script: string,
  folder: string,
  env: Readonly<Record<string, string>>,
  flags = '',
): Promise<Ended> {
  const npx = join(folder, 'npx')
  // Runs the sources instead of the package that npx would install.
  await writeFile(npx, `#!/bin/sh\nshift 3; exec '${process.execPath}' '${cli}' "$@" ${flags}\n`, { mode: 0o755 })
  return await runScript(script, folder, env)
}

/** Runs a script like GitHub, with bash, in the folder of the server. */
async function runScript(script: string, folder: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd: folder,
    env: { PATH: `${folder}${delimiter}${process.env.PATH}`, HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, stdout, stderr }
}

/** Finds a free port. */
async function findFreePort(): Promise<number> {
  const { port, close } = await listen(createServer(), 0, '127.0.0.1')
  await close()
  return port
}
