import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { request as httpsRequest } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { serve } from '../mocks/adapters/http/node.ts'
import { createCertificate } from '../mocks/adapters/testing/certificate.ts'
import { cli } from './testing/cli.ts'

const services = '/2016-08-15/services'

interface Running {
  readonly url: string
  readonly greeting: string
  /** The text on stderr so far. */
  readonly stderr: () => string
  readonly child: ChildProcess
  readonly stop: () => Promise<number | null>
}

/** Starts `mock` on a free port, waits for its greeting, and kills the process when the test ends. */
async function start(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Running> {
  const child = spawn(process.execPath, [cli, 'mock', '--port', '0', ...args], { env: { ...process.env, ...env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  let [stdout, stderr] = ['', '']
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk
  })
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const greeting = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk
      if (stdout.includes('Stop it with Ctrl+C.')) resolve(stdout)
    })
    void ended.then((code) => reject(new Error(`mock ended with ${code}: ${stderr}`)))
  })
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { url: /https?:\/\/[\d.]+:\d+/.exec(greeting)?.[0] ?? '', greeting, stderr: () => stderr, child, stop }
}

/** Runs `mock` with arguments with which it cannot start. */
async function runToEnd(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [cli, 'mock', '--port', '0', ...args], { env: { ...process.env, ...env } })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'close')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = await ended
  expect(stdout).toBe('')
  return { code, stderr }
}

async function makeFolder(texts: Readonly<Record<string, string>> = {}): Promise<(name: string) => string> {
  const folder = await mkdtemp(join(tmpdir(), 'cli-mock-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(texts)) await writeFile(join(folder, name), content)
  return (name) => join(folder, name)
}

const createService = (url: string, serviceName: string) =>
  fetch(url + services, { method: 'POST', body: JSON.stringify({ serviceName }) })
const listServices = async (url: string) => {
  const { services: found } = (await (await fetch(url + services)).json()) as { services: { serviceName: string }[] }
  return found.map(({ serviceName }) => serviceName)
}

describe('--state', () => {
  test('keeps the state over a restart', async () => {
    const at = await makeFolder()
    const first = await start(['--state', at('state.json')])
    expect(first.greeting).toContain(`State: kept in ${at('state.json')}`)
    await createService(first.url, 'kept')
    expect(await first.stop()).toBe(0)
    const second = await start(['--state', at('state.json')])
    expect(await listServices(second.url)).toEqual(['kept'])
  })

  test('keeps the state after a kill, except for the last changes', async () => {
    const at = await makeFolder()
    const first = await start(['--state', at('state.json')])
    await createService(first.url, 'kept')
    await vi.waitFor(async () => expect(await readFile(at('state.json'), 'utf8')).toContain('kept'), 5000)
    first.child.kill('SIGKILL')
    await once(first.child, 'close')
    const second = await start(['--state', at('state.json')])
    expect(await listServices(second.url)).toEqual(['kept'])
  })

  test('rejects a truncated state file and a foreign file, and does not change them', async () => {
    const at = await makeFolder({ foreign: '{"name": "something else"}\n' })
    const { url, stop } = await start(['--state', at('half')])
    await createService(url, 'kept')
    await stop()
    const whole = await readFile(at('half'), 'utf8')
    await writeFile(at('half'), whole.slice(0, whole.length / 2))
    for (const name of ['half', 'foreign']) {
      const before = [await readFile(at(name), 'utf8'), (await stat(at(name))).mtimeMs]
      const { code, stderr } = await runToEnd(['--state', at(name)])
      expect(stderr).toMatch(
        new RegExp(`^faas-contracts: --state ${at(name)} cannot be used: .+; the file was not changed\\n$`),
      )
      expect(code).toBe(2)
      expect([await readFile(at(name), 'utf8'), (await stat(at(name))).mtimeMs]).toEqual(before)
    }
  })

  test('rejects a path that cannot be written', async () => {
    const at = await makeFolder()
    const { code, stderr } = await runToEnd(['--state', at('none/state.json')])
    expect(stderr).toMatch(
      /^faas-contracts: --state \S+none\/state.json cannot be written: there is no such file or folder\n$/,
    )
    expect(code).toBe(2)
  })
})

describe('--seed-file', () => {
  const seeded = 'huawei-functiongraph-v2:\n  - func_name: seeded\n    runtime: Python3.9\n'
  const rest = '    handler: index.handler\n    memory_size: 128\n    timeout: 3\n'

  test('is the initial state of every namespace', async () => {
    const at = await makeFolder({ 'seed.yaml': seeded + rest })
    const { url } = await start(['--seed-file', at('seed.yaml')])
    const path = '/v2/p/fgs/functions/urn:fss:r:p:function:default:seeded/config'
    const json = { func_name: 'seeded', handler: 'a.b', memory_size: 256, timeout: 3, runtime: 'Python3.9' }
    const headers = { 'content-type': 'application/json', 'x-mock-namespace': 'any' }
    const response = await fetch(url + path, { method: 'PUT', headers, body: JSON.stringify(json) })
    expect(response.status).toBe(200)
  })

  test.each([
    ['a place in the text', 'a: [\n', 'line 2, column 1: '],
    ['an unknown API', 'aws: []\n', 'aws'],
    ['the field of a resource', `${seeded}    memory_size: many\n`, 'memory_size'],
  ])('an error names its place: %s', async (_, content, place) => {
    const at = await makeFolder({ 'seed.yaml': content })
    const { code, stderr } = await runToEnd(['--seed-file', at('seed.yaml')])
    expect(stderr).toContain(`faas-contracts: --seed-file ${at('seed.yaml')}: `)
    expect(stderr).toContain(place)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(code).toBe(2)
  })
})

test('--cert and --key serve HTTPS', async () => {
  const tls = await createCertificate()
  const at = await makeFolder({ cert: tls.cert, key: tls.key })
  const { url, greeting } = await start(['--cert', at('cert'), '--key', at('key')])
  expect(url).toMatch(/^https:/)
  expect(greeting).toContain('curl -ik -X POST https://')
  const [response] = await once(httpsRequest(`${url}/_mock/health`, { ca: tls.cert }).end(), 'response')
  expect(response.statusCode).toBe(200)
})

describe('--auth', () => {
  const [id, secret] = ['cli-id', 'cli-secret-of-some-length']
  const sign = (key: string) => {
    const date = new Date().toUTCString()
    const signature = createHmac('sha256', key).update(`GET\n\n\n${date}\n${services}`).digest('base64')
    return { date, authorization: `FC ${id}:${signature}` }
  }

  test.each<[string, string[], Record<string, string>]>([
    ['--credentials', ['--credentials', 'another:one', '--credentials', `${id}:${secret}`], {}],
    ['the environment', [], { FAAS_CONTRACTS_ACCESS_KEY_ID: id, FAAS_CONTRACTS_ACCESS_KEY_SECRET: secret }],
  ])('verify accepts the keys of %s', async (_, args, env) => {
    const { url, greeting, stderr } = await start(['--auth', 'verify', ...args, '--deterministic', '1'], env)
    expect((await fetch(url + services)).status).toBe(403)
    expect((await fetch(url + services, { headers: sign(secret) })).status).toBe(200)
    expect((await fetch(url + services, { headers: sign('wrong') })).status).toBe(403)
    expect(greeting).toContain('Credentials: verified')
    expect(greeting + stderr()).not.toContain(secret)
  })

  test('--explain-auth shows both strings to sign, and no secret', async () => {
    const args = ['--auth', 'verify', '--credentials', `${id}:${secret}`, '--explain-auth']
    const { url, stderr } = await start(args)
    const date = new Date().toUTCString()
    const signature = createHmac('sha256', secret).update(`GET\n\n\n${date}\n${services}/a%20b`).digest('base64')
    const headers = { date, authorization: `FC ${id}:${signature}` }
    expect((await fetch(`${url}${services}/a%20b`, { headers })).status).toBe(403)
    await vi.waitFor(() => expect(stderr()).toContain('received string to sign:'))
    expect(stderr()).toContain('aliyun-fc-2016-08-15 GetService: the signature does not match')
    expect(stderr()).toContain(`    | ${services}/a b\n`)
    expect(stderr()).toContain(`    | ${services}/a%20b\n`)
    expect(stderr()).not.toContain(secret)
  })

  test('--token is the required value of X-Auth-Token', async () => {
    const { url } = await start(['--auth', 'verify', '--token', 'known'])
    const put = async (token: string) => {
      const headers = { 'X-Auth-Token': token, Prefer: 'code=404' }
      const path = '/v2/p/fgs/functions/urn:fss:r:p:function:default:f/config'
      return (await fetch(url + path, { method: 'PUT', headers, body: '{}' })).status
    }
    expect(await put('other')).toBe(401)
    expect(await put('known')).not.toBe(401)
  })

  test('present prints a command that works without changes', async () => {
    const { greeting } = await start(['--auth', 'present'])
    const command = greeting.split('\n').find((line) => line.trimStart().startsWith('curl ')) ?? ''
    const shell = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'ignore'] })
    expect(await text(shell.stdout)).toMatch(/^HTTP\/1\.1 200 OK/)
  })
})

test('--strict rejects undocumented fields', async () => {
  const { url } = await start(['--strict'])
  const body = '{"serviceName":"a","nonsense":1}'
  expect((await fetch(url + services, { method: 'POST', body })).status).toBe(400)
})

test('--deterministic gives the same ids and times as serve with the same seed', async () => {
  const { url } = await start(['--deterministic', '42'])
  const served = await serve({ port: 0, deterministic: 42 })
  onTestFinished(served.close)
  const [one, other] = [await createService(url, 'a'), await createService(served.url, 'a')]
  expect(await one.text()).toBe(await other.text())
  expect(one.headers.get('x-fc-request-id')).toBe(other.headers.get('x-fc-request-id'))
})

describe('on other addresses than loopback', () => {
  test('the token of the control API is printed', async () => {
    const { url, greeting } = await start(['--host', '0.0.0.0'])
    const token = /X-Mock-Token: (\S+)/.exec(greeting)?.[1] ?? ''
    const local = url.replace('0.0.0.0', '127.0.0.1')
    expect((await fetch(`${local}/_mock/coverage`)).status).toBe(401)
    expect((await fetch(`${local}/_mock/coverage`, { headers: { 'X-Mock-Token': token } })).status).toBe(200)
  })

  test('a given token is required, and is not printed', async () => {
    const { url, greeting } = await start(['--host', '0.0.0.0', '--control-token', 'given-token'])
    const local = url.replace('0.0.0.0', '127.0.0.1')
    expect((await fetch(`${local}/_mock/coverage`)).status).toBe(401)
    expect((await fetch(`${local}/_mock/coverage`, { headers: { 'X-Mock-Token': 'given-token' } })).status).toBe(200)
    expect(greeting).not.toContain('given-token')
  })
})

test.each([
  [['--cert', 'a.pem'], '--cert and --key must be used together'],
  [['--auth', 'sometimes'], 'Allowed choices are off, present, verify; see:'],
  [['--auth', 'verify'], '--auth verify needs --credentials or --token'],
  [['--auth', 'verify', '--credentials', 'asecretwithoutid'], '--credentials must have the form id:secret'],
  [['--engine', 'prism', '--state', 'a'], '--state needs --engine emulator'],
])('%s is wrong use', async (args, message) => {
  const { code, stderr } = await runToEnd(args)
  expect(stderr).toMatch(/^faas-contracts: [^\n]+\n$/)
  expect(stderr).toContain(message)
  expect(stderr).not.toContain('asecretwithoutid')
  expect(code).toBe(2)
})

test.each<[readonly string[], RegExp]>([
  [[], /\nGET \/2016-08-15\/services\/none GetService 404 ServiceNotFound \d+\.\d ms\n$/],
  [['--verbose'], /\nGET \/2016-08-15\/services\/none GetService 404 ServiceNotFound \d+\.\d ms\n {2}\S.*\n$/],
  [['--quiet'], /Stop it with Ctrl\+C\.\n$/],
])('E02: with %j, the mock prints its requests', async (flags, pattern) => {
  const { url, child } = await start(flags)
  let printed = 'Stop it with Ctrl+C.\n'
  child.stdout?.on('data', (text) => {
    printed += text
  })
  await fetch(`${url}/_mock/health`)
  await fetch(`${url}/2016-08-15/services/none`)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(printed).toMatch(pattern)
  expect(printed).not.toContain('_mock')
})
