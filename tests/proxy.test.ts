import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Wrap } from '../contracts/mutants/mutant.ts'
import { readReport } from '../contracts/core/report/read-report.ts'
import { serve } from '../mocks/adapters/http/node.ts'
import { readYaml } from '../mocks/adapters/http/read-yaml.ts'
import { runCli } from '../scripts/cli/program.ts'
import { serveMutant } from '../scripts/detection/server.ts'
import { fcOpenClient } from './clients/fc-open-client.ts'
import { createAnything, liveThroughFcOpen } from './clients/fc-open-life-cycle.ts'
import { fc2Client, toFunction } from './clients/fc2-client.ts'
import { accessKey, verified } from './clients/access-keys.ts'
import { liveThroughServices } from './clients/fc2-services.ts'
import { findMutant } from './testing/find-mutant.ts'
import { startProxy, startProxyFor } from './testing/start-proxy.ts'

const apiId = 'aliyun-fc-2016-08-15'

async function toFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-proxy-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

async function serveBehind(wrap?: Wrap) {
  const server = await serveMutant({ apis: [apiId] }, wrap)
  onTestFinished(server.close)
  return server
}

/** Calls many operations with the unmodified SDK. A mutant may break any call, so errors are ignored. */
async function useSdk(endpoint: string): Promise<void> {
  const client = fc2Client(endpoint)
  const calls: readonly (() => Promise<unknown>)[] = [
    () => client.createService('shop', { description: 'sells' }),
    () => client.getService('shop'),
    () => client.updateService('shop', { description: 'sells more' }),
    () => client.listServices({}),
    () => client.createFunction('shop', { ...toFunction('hello'), environmentVariables: { API_KEY: 'k-1234567890' } }),
    () => client.getFunction('shop', 'hello'),
    () => client.listFunctions('shop', {}),
    () => client.publishVersion('shop', 'first'),
    () => client.createAlias('shop', 'live', '1'),
    () => client.getAlias('shop', 'live'),
    () => client.getService('missing'),
    () => client.getFunction('shop', 'missing'),
  ]
  for (const call of calls) await call().catch(() => undefined)
}

/** Mutants of the form of responses, and the check that reports each. */
const mutants: readonly (readonly [id: string, check: string])[] = [
  ['field-of-other-type @ CreateService 200 createdTime', 'CreateService › every-success-matches-schema'],
  ['return-null-field @ GetService 200 serviceId', 'GetService › every-success-matches-schema'],
  ['boolean-as-number @ UpdateService 200 internetAccess', 'UpdateService › every-success-matches-schema'],
  ['return-201 @ ListServices 200', 'ListServices › success-status-is-documented'],
  ['rename-field @ CreateFunction 200 functionId', 'CreateFunction › no-response-has-undocumented-properties'],
  ['other-enum-case @ GetFunction 200 runtime', 'GetFunction › every-success-matches-schema'],
  ['return-html @ ListFunctions 200', 'ListFunctions › every-success-matches-schema'],
  ['epoch-time @ PublishVersion 200 createdTime', 'PublishVersion › every-success-matches-schema'],
  ['return-list-of-one @ CreateAlias 200', 'CreateAlias › every-success-matches-schema'],
  ['error-in-html @ GetFunction error FunctionNotFound', 'GetFunction › every-error-has-documented-body'],
]

test('the violations of ten mutants are printed while an SDK runs, and the report has them', async () => {
  const wraps = mutants.map(([id]) => findMutant(apiId, id).wrap)
  const server = await serveBehind((plain) => wraps.reduce((inner, wrap) => wrap(inner), plain))
  const report = await toFolder()
  const proxy = await startProxy(server.url, '--report', report, '--rewrite-host')
  await useSdk(proxy.url)
  const expected = mutants.map(([, check]) => `violation  ${check}`)
  const toReported = () => expected.filter((start) => proxy.lines().some((line) => line.startsWith(start)))
  await vi.waitFor(() => expect(toReported()).toEqual(expected))
  const { code, lines } = await proxy.stop()
  expect(code).toBe(1)
  expect(lines).toContain(`not conformant  ${apiId} at ${server.url}`)
  const repeat = `npx faas-contracts proxy ${apiId} --upstream ${server.url} --port 0 --rewrite-host`
  expect(lines.filter((line) => line.startsWith('  repeat')).map((line) => line.slice(12))).toContain(repeat)
  const { outcomes, conclusion, exitCode, target } = await readReport(report)
  expect(target.baseUrl).toBe(server.url)
  const failed = outcomes.filter(({ status }) => status === 'failed').map(({ check }) => check.id)
  expect({ conclusion, exitCode, failed }).toEqual({
    conclusion: 'violations',
    exitCode: 1,
    failed: expect.arrayContaining(mutants.map(([, check]) => check)),
  })
}, 60_000)

test('a conforming server has no violation, and SIGTERM ends the proxy with 0', async () => {
  const server = await serveBehind()
  const proxy = await startProxy(server.url)
  await useSdk(proxy.url)
  const { code, lines } = await proxy.stop('SIGTERM')
  expect(lines.filter((line) => line.startsWith('violation'))).toEqual([])
  expect(code).toBe(0)
  expect(lines.join('\n')).toMatch(/conformant {2}aliyun-fc-2016-08-15 at /)
}, 60_000)

test('signatures of the SDK stay valid behind the proxy', async () => {
  const mock = await serve({ ...verified, port: 0 })
  onTestFinished(mock.close)
  const proxy = await startProxy(mock.url)
  await liveThroughServices(fc2Client(proxy.url, accessKey))
  const { code, lines } = await proxy.stop()
  expect(code).toBe(0)
  expect(lines.join('\n')).not.toContain(accessKey.secret)
}, 60_000)

test('signatures that contain the Host header stay valid behind the proxy, and not with --rewrite-host', async () => {
  const mock = await serve({ ...verified, port: 0 })
  onTestFinished(mock.close)
  const proxy = await startProxyFor('aliyun-fc-2021-04-06', mock.url)
  await liveThroughFcOpen(fcOpenClient(Number(new URL(proxy.url).port)), fc2Client(proxy.url))
  expect((await proxy.stop()).code).toBe(0)
  const other = await startProxyFor('aliyun-fc-2021-04-06', mock.url, '--rewrite-host')
  const client = fcOpenClient(Number(new URL(other.url).port))
  await expect(createAnything(client)).rejects.toMatchObject({ code: 'SignatureNotMatch' })
}, 60_000)

test('--compare-states finds a change that is lost, and finds nothing on a conforming server', async () => {
  const run = async (wrap?: Wrap) => {
    const server = await serveBehind(wrap)
    const proxy = await startProxy(server.url, '--compare-states')
    await useSdk(proxy.url)
    const { lines } = await proxy.stop()
    return lines.flatMap((line) => /^violation {2}(\S+ › \S+)/.exec(line)?.[1] ?? [])
  }
  expect(await run(findMutant(apiId, 'other-value @ GetFunction 200 handler').wrap)).toEqual([
    'GetFunction › fields-agree-with-other-operations',
  ])
  expect(await run()).toEqual([])
}, 60_000)

test('--fail-fast ends the proxy after the first violation', async () => {
  const server = await serveBehind(findMutant(apiId, 'return-201 @ CreateService 200').wrap)
  const proxy = await startProxy(server.url, '--fail-fast')
  await fc2Client(proxy.url).createService('shop')
  const { code, lines } = await proxy.ended
  expect(code).toBe(1)
  expect(lines.filter((line) => line.startsWith('violation  '))).toEqual([
    'violation  CreateService › success-status-is-documented POST /2016-08-15/services: expected status 200, but got status 201',
  ])
}, 60_000)

test('--record writes a seed of what exists, without secrets and account ids, that the mock accepts', async () => {
  const server = await serveBehind()
  const file = join(await toFolder(), 'seed.yaml')
  const proxy = await startProxy(server.url, '--record', file)
  const client = fc2Client(proxy.url)
  await useSdk(proxy.url)
  await client.createService('gone')
  await client.deleteService('gone')
  await client.updateService('shop', { description: 'sells', role: 'acs:ram::9876543210987654:role/fc' })
  await proxy.stop()
  const text = await readFile(file, 'utf8')
  expect(text).not.toMatch(/k-1234567890|9876543210987654|MTIzNDU2Nzg5/)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const mock = await serve({ port: 0, seed: Object(readYaml(text)) })
  onTestFinished(mock.close)
  const seeded = fc2Client(mock.url)
  expect((await seeded.listServices({})).data.services).toMatchObject([
    { serviceName: 'shop', description: 'sells', role: expect.stringMatching(/^acs:ram::1\d{15}:role\/fc$/) },
  ])
  const { data } = await seeded.getFunction('shop', 'hello', {}, 'live')
  const { code: _, ...settings } = toFunction('hello')
  expect(data).toMatchObject({ ...settings, environmentVariables: { API_KEY: 'REDACTED' } })
}, 60_000)

describe('invalid input prints one line', () => {
  const unused = 'http://127.0.0.1:1'

  /** Runs the command until it ends by itself. */
  async function run(upstream: string, ...flags: readonly string[]) {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    onTestFinished(() => void [error, log].map((spy) => spy.mockRestore()))
    const code = await runCli(['proxy', apiId, '--upstream', upstream, ...flags])
    return { code, lines: error.mock.calls.map(([line]) => String(line)) }
  }

  test('an upstream that is down', async () => {
    expect(await run(unused, '--port', '0')).toEqual({
      code: 3,
      lines: [expect.stringMatching(/^faas-contracts: no connection to http:\/\/127\.0\.0\.1:1: .*ECONNREFUSED/)],
    })
  })

  test('a port in use', async () => {
    const server = await serveBehind()
    const [, port = ''] = /:(\d+)$/.exec(server.url) ?? []
    expect(await run(server.url, '--port', port)).toEqual({
      code: 3,
      lines: [`faas-contracts: port ${port} on 127.0.0.1 is in use; use another port, or 0 for a free port`],
    })
  })

  test('a record file that exists, which stays as it is', async () => {
    const file = join(await toFolder(), 'seed.yaml')
    await writeFile(file, 'mine')
    expect(await run(unused, '--record', file)).toEqual({
      code: 2,
      lines: [`faas-contracts: ${file} exists; --record does not replace files`],
    })
    expect(await readFile(file, 'utf8')).toBe('mine')
  })

  test('an upstream that is no URL', async () => {
    const { code, lines } = await run('127.0.0.1:80')
    expect(code).toBe(2)
    expect(lines).toEqual([expect.stringContaining('the base URL must begin with http:// or https://')])
  })
})

test.each([
  ['does not speak HTTP', (socket: Socket) => socket.end('SSH-2.0-server\r\n'), /the response is not HTTP/],
  ['closes every connection', (socket: Socket) => socket.destroy(), /closed without a response/],
])(
  'an upstream that %s: the client gets 502, one line states the reason, and the exit code is 3',
  async (_, serveSocket, reason) => {
    const upstream = createServer((socket) =>
      socket.on('error', () => undefined).once('data', () => serveSocket(socket)),
    )
    await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void upstream.close())
    const { port } = upstream.address() as AddressInfo // a TCP server has a port
    const proxy = await startProxy(`http://127.0.0.1:${port}`)
    for (const name of ['a', 'b']) {
      const response = await fetch(`${proxy.url}/2016-08-15/services/${name}`)
      expect(response.status).toBe(502)
      expect(await response.text()).toMatch(reason)
    }
    const { lines, code } = await proxy.stop()
    expect(lines.filter((line) => line.startsWith('faas-contracts: '))).toEqual([expect.stringMatching(reason)])
    expect(code).toBe(3)
  },
  60_000,
)
