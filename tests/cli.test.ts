import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { serve } from '../mocks/adapters/http/node.ts'
import { aliyunFc20160815 } from '../schemas/aliyun-fc-2016-08-15/api.ts'
import { apis } from '../schemas/apis.ts'
import type { Operation } from '../schemas/core/operation.ts'
import { toJsonSchema } from '../schemas/core/json-schema.ts'
import { toSample } from '../schemas/core/sample.ts'
import { fillPath } from '../schemas/core/lib/path-template.ts'
import { findExampleProblems, lintDocument } from '../scripts/check-documents.ts'
import { cli } from './testing/cli.ts'
import { serveMock } from './testing/serve-mock.ts'

const [fc, unreachable] = ['aliyun-fc-2016-08-15', 'http://127.0.0.1:1']
const generated = join(import.meta.dirname, '..', 'generated')

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

async function run(...args: string[]): Promise<Ended> {
  return await runWith({}, ...args)
}

/** Runs the command line with further variables in its environment. */
async function runWith(variables: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> {
  const env = { ...process.env, ...variables }
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env })
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await code, stdout, stderr }
}

/** Starts `mock`, waits for its greeting, and stops it by its process when the test ends. */
async function startMock(
  ...args: string[]
): Promise<{ url: string; greeting: string; stop: () => Promise<number | null> }> {
  const child = spawn(process.execPath, [cli, 'mock', '--port', '0', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  onTestFinished(() => void child.kill('SIGKILL'))
  const greeting = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      if (output.includes('Stop it with Ctrl+C.')) resolve(output)
    })
    void ended.then((code) => reject(new Error(`mock ended with ${code}: ${output}`)))
  })
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0] ?? ''
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { url, greeting, stop }
}

describe('list', () => {
  test('prints every API with the number of its operations', async () => {
    const { code, stdout } = await run('list')
    expect(code).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(lines.map((line) => line.split(/\s+/).slice(0, 3).join(' '))).toEqual(
      apis.map(({ id, operations }) => `${id} ${Object.keys(operations).length} operations`),
    )
  })

  test('prints the operations of one API, qualified paths included', async () => {
    const { stdout } = await run('list', 'aliyun-fc-2016-08-15')
    expect(stdout).toMatch(/^CreateService\s+POST\s+\/2016-08-15\/services\s+004 CreateService$/m)
    expect(stdout).toMatch(/^GetAlias\s+GET\s+\S+\/aliases\/\{aliasName\}\s+inferred$/m)
    expect(stdout).toMatch(/^TagResource\s+POST\s+\/2016-08-15\/tag\s+observed$/m)
    const operations: readonly Operation[] = Object.values(aliyunFc20160815.operations)
    const qualified = operations.filter(({ qualifiedPath }) => qualifiedPath !== undefined)
    expect(qualified).toHaveLength(8)
    const [total, empty, ...paths] = stdout.trimEnd().split('\n').reverse()
    expect([paths.length, empty]).toEqual([operations.length + qualified.length, ''])
    expect(total).toBe('50 operations, 8 with a second path, which the documents name <operation>ByQualifier')
    const second = JSON.parse((await run('spec', 'aliyun-fc-2016-08-15', '--format', 'json')).stdout)
    const ids = Object.values<object>(second.paths).flatMap((methods) => Object.values(methods))
    expect(ids.filter(({ operationId }) => operationId?.endsWith('ByQualifier'))).toHaveLength(8)
  })

  test('has no colour if the output is not a terminal', async () => {
    const { stdout } = await run('list')
    expect(stdout).not.toContain('\u001b')
  })
})

describe('spec', () => {
  test.for([
    [['aliyun-fc-2021-04-06'], 'openapi.yaml'],
    [['aliyun-fc-2021-04-06', '--format', 'json'], 'openapi.json'],
    [['aliyun-fc-2021-04-06', '--openapi', '3.0'], 'openapi-3.0.yaml'],
  ] as const)('%s prints the committed file byte for byte', async ([args, file]) => {
    const { code, stdout } = await run('spec', ...args)
    expect(code).toBe(0)
    expect(stdout).toBe(await readFile(join(generated, 'aliyun-fc-2021-04-06', file), 'utf8'))
  })

  test('prints OpenAPI 3.0 as JSON with the same content', async () => {
    const { stdout } = await run('spec', 'huawei-functiongraph-v2', '--openapi', '3.0', '--format', 'json')
    const yaml = await readFile(join(generated, 'huawei-functiongraph-v2', 'openapi-3.0.yaml'), 'utf8')
    expect(JSON.parse(stdout)).toEqual(parse(yaml))
  })

  const ids = ['aliyun-fc-2016-08-15', 'aliyun-fc-2021-04-06', 'huawei-functiongraph-v2']
  const variants = ids.flatMap((id) => (['3.1', '3.0'] as const).map((version) => [id, version] as const))
  test('--profile documented leaves out operations that only SDKs call', async () => {
    const { stdout: whole } = await run('spec', 'aliyun-fc-2016-08-15')
    expect(whole).toContain('operationId: TagResource')
    for (const flags of [[], ['--openapi', '3.0'], ['--one-spelling']]) {
      const { code, stdout } = await run('spec', 'aliyun-fc-2016-08-15', '--profile', 'documented', ...flags)
      expect(code).toBe(0)
      expect(stdout).toContain('operationId: CreateService')
      expect(stdout).not.toContain('TagResource')
    }
  })

  test.for(variants)('B04: %s, OpenAPI %s: --one-spelling leaves one name of each field', async ([id, version]) => {
    const { code, stdout } = await run('spec', id, '--openapi', version, '--one-spelling')
    expect(code).toBe(0)
    const document = parse(stdout)
    expect(await lintDocument(stdout, `${id}.yaml`)).toEqual([])
    if (version === '3.1') expect(findExampleProblems(document)).toEqual([])
    const { schemas } = document.components
    for (const [name, { properties = {} }] of Object.entries<{ properties?: object }>(schemas)) {
      const names = Object.keys(properties).map((field) => field.toLowerCase())
      expect([...new Set(names)], name).toEqual(names)
    }
    // Of FC 2021, errorCode and errorMessage are fields of their own.
    const second =
      id === 'aliyun-fc-2021-04-06' ? 'InstanceConcurrency' : 'errorCode|errorMessage|versionID|Description'
    expect(JSON.stringify([schemas, document.paths, document.components.examples])).not.toMatch(
      new RegExp(`x-alias-of|x-go-name|x-ogen-properties|"(${second})"`),
    )
    const { stdout: same } = await run('spec', id, '--openapi', version, '--one-spelling', '--format', 'json')
    expect(JSON.parse(same)).toEqual(document)
  })

  test('B04: a rule between two names of a field becomes a rule of one name', async () => {
    const { stdout } = await run('spec', 'aliyun-fc-2016-08-15', '--one-spelling', '--format', 'json')
    const { Alias, PublishVersionFields } = JSON.parse(stdout).components.schemas
    expect(Alias).toMatchObject({ required: ['aliasName', 'versionId'], description: 'An alias to create.' })
    expect(Alias).not.toHaveProperty('if')
    expect(PublishVersionFields.properties.description.description).toBe('Description of the version.')
    const { stdout: other } = await run('spec', 'aliyun-fc-2021-04-06', '--one-spelling', '--format', 'json')
    expect(JSON.parse(other).components.schemas.UpdateFunctionInput).toMatchObject({
      'x-rules': [{ kind: 'notAbove', field: 'instanceSoftConcurrency', limit: 'instanceConcurrency' }],
      properties: { instanceConcurrency: { description: 'Maximum concurrent requests per instance.' } },
    })
  })
})

describe('mock', () => {
  test('serves, prints a curl line that works as pasted, and stops on SIGTERM', async () => {
    const { url, greeting, stop } = await startMock()
    const command = greeting.split('\n').find((line) => line.trimStart().startsWith('curl ')) ?? ''
    const shell = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'ignore'] })
    expect(await text(shell.stdout)).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*"serviceName":"demo-service"/)
    const response = await fetch(`${url}/2016-08-15/services/demo-service`)
    expect(response.status).toBe(200)
    expect(await stop()).toBe(0)
  })

  test('with Prism, returns every operation with the example of the document', async () => {
    const { url, stop } = await startMock('--engine', 'prism')
    for (const { id, dialect, operations } of apis) {
      for (const { id: operation, method, path, params, body, success } of Object.values(operations)) {
        const required = Object.entries(params.query).flatMap(([name, schema]) =>
          schema.safeParse(undefined).success ? [] : [[name, String(toSample(toJsonSchema(schema)))]],
        )
        const query = new URLSearchParams(required)
        const address = `${fillPath(`${url}${dialect.basePath}${path}`, () => 'x')}${query.size > 0 ? `?${query}` : ''}`
        const [sent] = Object.values(body?.examples ?? {})
        const isJson = body?.mediaType === 'application/json'
        const response = await fetch(address, {
          method,
          headers: { ...(body && { 'content-type': body.mediaType }), accept: '*/*' },
          ...(sent && { body: isJson ? JSON.stringify(sent.value) : String(sent.value) }),
        })
        const [status, returned] = Object.entries(success)[0] ?? []
        const place = `${id} ${operation}`
        const received = await response.text()
        expect(`${place} ${response.status} ${response.ok ? '' : received}`).toBe(`${place} ${status} `)
        const wanted = Object.values(returned?.examples ?? {}).map(({ value }) => value)
        expect(wanted.length === 0 ? [''] : wanted, place).toContainEqual(
          returned?.mediaType === 'application/json' ? JSON.parse(received) : received,
        )
      }
    }
    expect(await stop()).toBe(0)
  })

  test('with Prism, returns an error on request with the example of the document', async () => {
    const { url, stop } = await startMock('--engine', 'prism')
    const response = await fetch(`${url}/2016-08-15/services/none`, {
      headers: { Prefer: 'code=404, example=ServiceNotFound' },
    })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ ErrorCode: 'ServiceNotFound' })
    expect(await stop()).toBe(0)
  })
})

describe('verify', () => {
  test('ends with 0 and prints conformant for the mock, with every signature verified', async () => {
    const [id, secret] = ['an-id', 'a-secret-of-the-run']
    const served = await serve({ port: 0, auth: { mode: 'verify', credentials: [{ id, secret }], tokens: [] } })
    onTestFinished(() => served.close())
    const { code, stdout } = await runWith(
      { FAAS_CONTRACTS_ACCESS_KEY_ID: id, FAAS_CONTRACTS_ACCESS_KEY_SECRET: secret },
      ...['verify', 'aliyun-fc-2016-08-15', '--url', served.url],
    )
    expect(stdout).toContain('conformant  aliyun-fc-2016-08-15')
    expect(stdout).toMatch(/\n\d{4} passed, 0 failed, 0 errored, \d+ skipped/)
    const reasons = [...stdout.matchAll(/^skipped \d+ checks?: (.*)$/gm)].map(([, reason]) => reason)
    expect(reasons).toEqual(['the target does not run the code', 'the keys of the run are not temporary'])
    expect(stdout).not.toContain('left behind')
    expect(code).toBe(0)
  }, 240_000)

  test('ends with 1 and a readable violation if one status code is changed', async () => {
    const { url } = await serveMock({
      change: ({ method, path }, { status, body }) => ({
        status: method === 'POST' && path === '/2016-08-15/services' && status === 200 ? 201 : status,
        body,
      }),
    })
    const { code, stdout } = await run('verify', 'aliyun-fc-2016-08-15', '--url', url, '--operation', 'CreateService')
    expect(stdout).toMatch(
      /operation CreateService\n\s+clause {4}004 CreateService 200\n\s+source {4}https:\S+#createservice\n\s+expected {2}status 200\n/,
    )
    expect(stdout).toMatch(/actual\s+.*201/)
    expect(stdout).toMatch(/\n {2}repeat {4}npx faas-contracts verify .* --replay 'CreateService › /)
    expect(stdout).toContain('likely causes\n  1 failed  CreateService: status 201 instead of 200\n')
    expect(code).toBe(1)
  })
})

describe('wrong use is one clear line and exit 2', () => {
  test.for<[string[], string]>([
    [['nonsense'], "unknown command 'nonsense'"],
    [
      ['list', 'aws'],
      'unknown API "aws"; the APIs are: aliyun-fc-2016-08-15, aliyun-fc-2021-04-06, huawei-functiongraph-v2',
    ],
    [['spec'], "missing required argument 'api'"],
    [['spec', 'aws'], 'unknown API "aws"'],
    [
      ['spec', 'aliyun-fc-2021-04-06', '--openapi', '2.0'],
      'Allowed choices are 3.1, 3.0; see: faas-contracts spec --help',
    ],
    [['mock', '--prot', '1'], "unknown option '--prot'; did you mean --port?"],
    [['mock', '--port', '70000'], 'It must be a whole number from 0 to 65535; see: faas-contracts mock --help'],
    [['mock', '--engine', 'wiremock'], 'Allowed choices are emulator, prism; see:'],
    [['mock', 'extra'], 'too many arguments'],
    [['verify', 'aliyun-fc-2016-08-15'], 'the base URL is missing: use --url'],
    [['verify', 'aws', '--url', 'http://127.0.0.1:1'], 'unknown API "aws"'],
    [['verify', 'aliyun-fc-2016-08-15', '--url', 'nonsense'], 'the base URL must be'],
    [['verify', 'aliyun-fc-2016-08-15', '--url', ''], 'the base URL must be'],
    [
      ['verify', 'aliyun-fc-2016-08-15', '--url', 'http://127.0.0.1:1', '--reference', 'http://localhost:1/'],
      'the reference implementation is the server under test',
    ],
    [['verify', fc, '--url', unreachable, '--grep', 'nothing has this name'], 'no check'],
    [['verfy'], "unknown command 'verfy'; did you mean verify?"],
    [['verify', 'aliyun-fc-2016-08-16', '--url', unreachable], 'did you mean "aliyun-fc-2016-08-15"?'],
    [['verify', fc, '--url', unreachable, '--operaton', 'x'], "unknown option '--operaton'; did you mean --operation?"],
    [['verify', fc, '--url', unreachable, '--operation', 'CreateServices'], 'did you mean "CreateService"?'],
    [
      ['verify', fc, '--url', unreachable, '--replay', 'CreateService › role-is-stord'],
      'no check "CreateService › role-is-stord"; did you mean "CreateService › role-is-stored"?',
    ],
    [['verify', fc, '--url', unreachable, '--concurrency', '65'], 'It must be a whole number, from 1 to 64; see:'],
    [['verify', fc, '--url', unreachable, '--consistency', 'soon'], 'It must be a whole number, from 0 to 60000; see:'],
    [['verify', fc, '--url', unreachable, '--fixture', 'x'], 'It must have the form name=value; see:'],
    [['verify', fc, '--url', unreachable, '--profile', 'strict'], 'Allowed choices are documented, observed; see:'],
  ])('faas-contracts %s', async ([args, message]) => {
    const { code, stdout, stderr } = await run(...args)
    expect(stderr).toContain(message)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  test.for<[string, string, string]>([
    ['faas-contracts.config.json', '{"ulr":"http://a"}', 'unknown key "ulr"; did you mean "url"?'],
    [
      'faas-contracts.config.json',
      '{"url":"http://127.0.0.1:1","knownFailures":[{"check":"CreateService › role-is-stord","reason":"x"}]}',
      'no check "CreateService › role-is-stord"; did you mean "CreateService › role-is-stored"?',
    ],
  ])('%s with %s', async ([name, content, message]) => {
    const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-cli-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, name), content)
    const { code, stderr } = await run('verify', fc, '--config', join(folder, name))
    expect(stderr).toContain(message)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(code).toBe(2)
  })

  test('no command at all shows the help', async () => {
    const { code, stderr } = await run()
    expect(stderr).toContain('Usage: faas-contracts')
    expect(code).toBe(2)
  })
})

test.for(['list', 'spec', 'mock', 'verify', 'cleanup', 'merge', 'report'])(
  '%s --help shows an example',
  async (verb) => {
    const { code, stdout } = await run(verb, '--help')
    expect(stdout).toMatch(new RegExp(`Examples?:\\n  \\$ faas-contracts ${verb}`))
    expect(code).toBe(0)
  },
)

describe('a command that cannot run prints one clear line and ends with 3', () => {
  test('a port in use', async () => {
    const served = await serve({ port: 0 })
    onTestFinished(() => served.close())
    const { code, stderr } = await run('mock', '--port', String(served.port))
    expect(stderr).toBe(
      `faas-contracts: port ${served.port} on 127.0.0.1 is in use; use another port, or 0 for a free port\n`,
    )
    expect(code).toBe(3)
  })

  test('an unreachable implementation', async () => {
    const { code, stdout } = await run(
      'verify',
      'aliyun-fc-2016-08-15',
      '--url',
      'http://127.0.0.1:1',
      '--operation',
      'CreateService',
    )
    expect(stdout).toContain('could not run')
    expect(code).toBe(3)
  })
})
