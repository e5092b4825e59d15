import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { cli } from './testing/cli.ts'
import { missingCurl } from './testing/missing-tools.ts'

const root = join(import.meta.dirname, '..')
const file = join(root, 'contracts', 'examples', 'ci', 'verify', 'action.yml')

interface Step {
  readonly id?: string
  readonly name?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly shell?: string
  readonly env?: Readonly<Record<string, string>>
  readonly 'working-directory'?: string
  readonly with?: Readonly<Record<string, string>>
}

interface Action {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default?: string; readonly required?: true }>
  >
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

/** Runs the shell steps in order, as GitHub does. A step after a failure runs only with `always()`. */
async function runAction(given: Readonly<Record<string, string>>) {
  const action: Action = parse(await readFile(file, 'utf8'))
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-action-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [temp, project] = [join(folder, 'temp'), join(folder, 'a project')]
  await mkdir(join(project, 'node_modules', '.bin'), { recursive: true })
  await mkdir(temp)
  const bin = join(project, 'node_modules', '.bin', 'faas-contracts')
  await writeFile(bin, `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`)
  await chmod(bin, 0o755)
  const [output, summary] = [join(temp, 'output'), join(temp, 'summary')]
  await writeFile(output, '')
  const inputs = {
    ...Object.fromEntries(Object.entries(action.inputs).map(([name, one]) => [name, one.default])),
    'working-directory': project,
    ...given,
  }
  const values = new Map<string, string>(Object.entries(inputs).map(([name, value]) => [`inputs.${name}`, value ?? '']))
  values.set('github.action_path', join(file, '..')).set('runner.temp', temp)
  const fill = (expression = '') =>
    expression.replaceAll(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => {
      const value = values.get(name)
      if (value === undefined) throw new Error(`no value of ${name}`)
      return value
    })
  const log: string[] = []
  const ran: string[] = []
  let failure: { readonly step: string; readonly code: number | null } | undefined
  for (const step of action.runs.steps) {
    if (step.run === undefined || step.if === 'cancelled()' || (failure && step.if !== 'always()')) continue
    expect(step.shell).toBe('bash')
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value)]))
    const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd: step['working-directory'] === undefined ? folder : fill(step['working-directory']),
      env: { ...process.env, ...env, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, RUNNER_TEMP: temp },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
    const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    log.push(stdout, stderr)
    ran.push(step.name ?? '')
    if (code !== 0) failure ??= { step: step.name ?? '', code }
    for (const line of (await readFile(output, 'utf8')).split('\n')) {
      const [name, value] = line.split(/=(.*)/s)
      if (step.id && name && value !== undefined) values.set(`steps.${step.id}.outputs.${name}`, value)
    }
    await writeFile(output, '')
  }
  const uploads = action.runs.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))
  return {
    log: log.join('\n'),
    ran,
    failure,
    exitCode: values.get('steps.verify.outputs.exit-code'),
    summary: await readFile(summary, 'utf8').catch(() => ''),
    uploaded: fill(uploads?.with?.path).trim().split('\n'),
  }
}

async function findPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

const isOpen = async (url: string) =>
  await fetch(url).then(
    () => true,
    () => false,
  )
const api = 'aliyun-fc-2016-08-15'
const args = "--operation GetService --no-reference --grep 'get service'"

test('the action verifies a server that it starts, and stops the server', { timeout: 60_000 }, async ({ skip }) => {
  skip(missingCurl !== undefined, missingCurl)
  const port = await findPort()
  const url = `http://127.0.0.1:${port}`
  const start = `'${process.execPath}' '${cli}' mock --port ${port}`
  const { log, failure, exitCode, summary, uploaded } = await runAction({
    api,
    start,
    url,
    args: '--operation GetService --no-reference',
  })
  expect(failure, log).toBeUndefined()
  expect(exitCode).toBe('0')
  expect(log).toContain('conformant')
  expect(summary).toContain(`## Conformant: ${api}`)
  const [report = '', serverLog = ''] = uploaded
  expect(await readFile(join(report, 'report.html'), 'utf8')).toContain('<h1>Conformant</h1>')
  expect(await readFile(serverLog, 'utf8')).toContain(String(port))
  expect(await isOpen(url)).toBe(false)
})

test('the action fails with the exit code of the run, and keeps report and summary', { timeout: 60_000 }, async ({
  skip,
}) => {
  skip(missingCurl !== undefined, missingCurl)
  const port = await findPort()
  const url = `http://127.0.0.1:${port}`
  const program = `require('http').createServer((_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{}')).listen(${port}, '127.0.0.1')`
  const start = `exec '${process.execPath}' -e "${program}"`
  const { log, ran, failure, exitCode, summary, uploaded } = await runAction({
    api,
    start,
    url,
    args: '--operation GetService --no-reference',
  })
  expect(failure, log).toEqual({ step: 'Verify the server', code: 1 })
  expect(exitCode).toBe('1')
  expect(log).toContain('::error::the server violates its contract')
  expect(summary).toContain(`## Not conformant: ${api}`)
  expect(await readFile(join(uploaded[0] ?? '', 'report.json'), 'utf8')).toContain('"violations"')
  expect(ran).toContain('Stop the server')
  expect(await isOpen(url)).toBe(false)
})

test('a server that ends at once is reported with its output, and nothing is verified', async ({ skip }) => {
  skip(missingCurl !== undefined, missingCurl)
  const url = `http://127.0.0.1:${await findPort()}`
  const { log, ran, failure } = await runAction({ api, start: 'echo no such file; exit 5', url, args })
  expect(failure).toEqual({ step: 'Wait for the server', code: 1 })
  expect(log).toContain('::error::the server ended before it accepted a connection\nno such file')
  expect(ran).not.toContain('Verify the server')
})

test('an invalid flag fails with exit code 2; quoted flags are one word each', async () => {
  const { failure, log } = await runAction({
    api,
    url: 'http://127.0.0.1:9',
    args: "--grep 'two words' --no-such-flag",
  })
  expect(failure).toEqual({ step: 'Verify the server', code: 2 })
  expect(log).toContain('--no-such-flag')
  expect(log).toContain('::error::the command or its configuration is invalid')
})
