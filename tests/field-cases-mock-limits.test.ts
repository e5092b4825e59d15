/** Limits of the mock. Each test names the row of its case, or the limit in the table of limits. */
import { spawn, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createMock } from '../mocks/adapters/fetch/fetch.ts'
import { serve, type ServeOptions } from '../mocks/adapters/http/node.ts'
import { bounds } from '../mocks/core/bounds.ts'
import { cli } from './testing/cli.ts'

async function start(options: ServeOptions = {}) {
  const served = await serve({ port: 0, ...options })
  onTestFinished(served.close)
  return served
}

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'limits-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('D04: a mock with a delayed response stops, and no timer keeps its process running', async () => {
  const text = `
    import { serve } from ${JSON.stringify(new URL('../mocks/adapters/http/node.ts', import.meta.url).href)}
    const served = await serve({ port: 0 })
    served.emulator.faults.add({ operation: 'ListServices', delayMs: 600_000 })
    fetch(served.url + '/2016-08-15/services').catch(() => {})
    setTimeout(() => served.close(), 300)
  `
  const child = spawn(process.execPath, ['--input-type=module', '-e', text], { stdio: 'inherit' })
  onTestFinished(() => void child.kill('SIGKILL'))
  expect(
    await Promise.race([once(child, 'exit'), new Promise((resolve) => setTimeout(resolve, 20_000, 'running'))]),
  ).toEqual([0, null])
}, 30_000)

test('D05: a second mock with the same state file is rejected, and a mock after the first has stopped is not', async () => {
  const stateFile = join(await makeFolder(), 'state.json')
  const first = await serve({ port: 0, stateFile })
  try {
    await expect(serve({ port: 0, stateFile })).rejects.toThrow(`is in use by process ${process.pid}`)
    await fetch(`${first.url}/2016-08-15/services`, { method: 'POST', body: '{"serviceName":"kept"}' })
  } finally {
    await first.close()
  }
  const next = await start({ stateFile })
  expect((await fetch(`${next.url}/2016-08-15/services/kept`)).status).toBe(200)
})

test('D05: the lock of a process that has ended does not keep a mock from starting', async () => {
  const stateFile = join(await makeFolder(), 'state.json')
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  await writeFile(`${stateFile}.lock`, String(child.pid))
  await start({ stateFile })
  expect(await readFile(`${stateFile}.lock`, 'utf8')).toBe(String(process.pid))
})

test('D05: a pipe as state file is rejected at once', async () => {
  const stateFile = join(await makeFolder(), 'state.json')
  execFileSync('mkfifo', [stateFile])
  await expect(serve({ port: 0, stateFile })).rejects.toThrow('cannot be read: it is a pipe')
})

test('D05: the draft of the state file does not follow a symbolic link or replace a file', async () => {
  const folder = await makeFolder()
  const [stateFile, other] = [join(folder, 'state.json'), join(folder, 'other')]
  await writeFile(other, 'precious')
  await symlink(other, `${stateFile}.new`)
  const { close } = await serve({ port: 0, stateFile })
  await close()
  expect(await readFile(other, 'utf8')).toBe('precious')
  expect((await readdir(folder)).sort()).toEqual(['other', 'state.json', 'state.json.new'])
})

test.each<[string, (lock: string, folder: string) => Promise<void>]>([
  ['another text', (lock) => writeFile(lock, 'dependencies:')],
  ['a longer number', (lock) => writeFile(lock, '1'.repeat(30))],
  ['a symbolic link', (lock, folder) => symlink(join(folder, 'other'), lock)],
  ['a pipe', async (lock) => void execFileSync('mkfifo', [lock])],
  ['a folder', (lock) => mkdir(lock)],
])('the mock does not start, and changes nothing, if the name of the lock is %s', async (_, make) => {
  const folder = await makeFolder()
  const stateFile = join(folder, 'yarn')
  await writeFile(join(folder, 'other'), '999999999')
  await make(`${stateFile}.lock`, folder)
  const before = await lstat(`${stateFile}.lock`)
  await expect(serve({ port: 0, stateFile })).rejects.toThrow('yarn.lock is not a lock of this mock; use another file')
  expect(await lstat(`${stateFile}.lock`)).toMatchObject({ ino: before.ino, size: before.size })
  expect((await readdir(folder)).sort()).toEqual(['other', 'yarn.lock'])
})

test.each(['SIGHUP', 'SIGTERM', 'SIGINT'] as const)(
  'D05: the state is written when %s stops the mock',
  async (signal) => {
    const stateFile = join(await makeFolder(), 'state.json')
    const child = spawn(process.execPath, [cli, 'mock', '--port', '0', '--state', stateFile], { stdio: 'pipe' })
    onTestFinished(() => void child.kill('SIGKILL'))
    const [line] = await once(child.stdout, 'data')
    const [url] = /http:\/\/\S+/.exec(String(line)) ?? []
    const body = '{"serviceName":"the-last"}'
    expect((await fetch(`${url}/2016-08-15/services`, { method: 'POST', body })).status).toBe(200)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(await readFile(stateFile, 'utf8')).toContain('the-last')
  },
)

test('D06: a credential that ends with a no-break space is rejected', async () => {
  const { url } = await start({ auth: { mode: 'verify', tokens: [{ token: 'secret' }] } })
  const send = (token: string) =>
    fetch(`${url}/v2/p1/fgs/functions/urn:fss:r:p1:function:default:f/config`, {
      method: 'PUT',
      headers: { 'x-auth-token': token },
    })
  expect((await send('secret')).status).not.toBe(401)
  expect((await send('secret\u00a0')).status).toBe(401)
})

test('D06: a page token of another account is rejected', async () => {
  const mock = createMock({ auth: { mode: 'off' } })
  const send = (account: string, method: string, path: string, body?: object) =>
    mock.fetch(`http://${account}.cn-hangzhou.fc.aliyuncs.com/2016-08-15/services${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    })
  for (const account of ['111111111111', '222222222222']) {
    for (const serviceName of ['a', 'b', 'c']) await send(account, 'POST', '', { serviceName })
  }
  const { nextToken } = await (await send('111111111111', 'GET', '?limit=1')).json()
  const query = `?limit=1&nextToken=${encodeURIComponent(nextToken)}`
  expect((await send('111111111111', 'GET', query)).status).toBe(200)
  expect((await send('222222222222', 'GET', query)).status).toBe(400)
})

test.each(['é', 'a b', '', '\u00a0x'])('D06: the control token %j is rejected', async (controlToken) => {
  await expect(serve({ port: 0, controlToken })).rejects.toThrow('the control token must consist of ASCII characters')
})

test('D07: unfinished uploads are limited together, and a later upload is accepted', async () => {
  const { url, port } = await start()
  const sockets: Socket[] = []
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
  })
  const size = 60 * 1024 * 1024
  const responses: Promise<string>[] = []
  for (let i = 0; i < 6; i += 1) {
    const socket = connect(port, '127.0.0.1')
    sockets.push(socket)
    responses.push(new Promise((resolve) => socket.once('data', (data) => resolve(String(data)))))
    socket.on('error', () => {})
    const head = `POST /2016-08-15/services HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${size + 1}\r\n\r\n`
    socket.write(head)
    socket.write(Buffer.alloc(size, ' '))
  }
  const rejected = await Promise.any(responses)
  expect(rejected).toMatch(/^HTTP\/1.1 503 /)
  expect(rejected).toContain('unfinished request bodies; try again later')
  for (const socket of sockets) socket.destroy()
  await expect
    .poll(
      async () => (await fetch(`${url}/2016-08-15/services`, { method: 'POST', body: '{"serviceName":"x"}' })).status,
    )
    .toBe(200)
}, 30_000)

test('the number of injected faults is limited', async () => {
  const { emulator } = createMock()
  for (let i = 0; i < bounds.injectedFaults; i += 1) emulator.faults.add({ operation: 'GetService', status: 500 })
  expect(() => emulator.faults.add({ operation: 'GetService', status: 500 })).toThrow(
    'there are already 1000 faults; remove faults before you add more',
  )
  emulator.faults.clear('fault-1')
  emulator.faults.add({ operation: 'GetService', status: 500 })
})

test('the number of snapshots is limited', () => {
  const { emulator } = createMock()
  for (let i = 0; i <= bounds.snapshots; i += 1) emulator.snapshot()
  expect(emulator.snapshots()).toHaveLength(bounds.snapshots)
  expect(() => emulator.restore('snapshot-1')).toThrow('there is no snapshot snapshot-1; only the newest 100 are kept')
})

test('the number of namespaces with stored state is limited', async () => {
  const { emulator, fetch: send } = createMock()
  emulator.seed({ 'aliyun-fc-2016-08-15': { services: [{ serviceName: 'x' }] } })
  for (let i = 1; i < bounds.namespaces; i += 1) emulator.fork(`n${i}`)
  expect(() => emulator.fork('more')).toThrow('there are already 10000 namespaces with state')
  const list = (namespace: string) =>
    send('http://127.0.0.1/2016-08-15/services', { headers: { 'x-mock-namespace': namespace } })
  expect((await list('more')).status).toBe(503)
  expect((await list('n1')).status).toBe(200)
  emulator.reset({ namespace: 'n2' })
  expect((await list('more')).status).toBe(200)
})

test('the request log keeps the newest entries and the start of each body', async () => {
  const { emulator, fetch: send } = createMock()
  const body = JSON.stringify({ serviceName: 'x', description: 'y'.repeat(bounds.requestLogBodyBytes) })
  for (let i = 0; i <= bounds.requestLogEntries; i += 1) {
    await send('http://127.0.0.1/2016-08-15/services', { method: 'POST', body })
  }
  const entries = emulator.requestLog()
  expect([entries.length, entries[0]?.id]).toEqual([bounds.requestLogEntries, 2])
  expect(entries[0]?.request.body?.text).toHaveLength(bounds.requestLogBodyBytes)
})

const apiRequests = [
  ['POST', '/2016-08-15/services'],
  ['POST', '/2021-04-06/services/x/functions'],
  ['PUT', '/v2/p/fgs/functions/urn:fss:r:p:function:default:f/config'],
] as const

test.each([
  [
    'levels',
    '['.repeat(bounds.levels + 1) + ']'.repeat(bounds.levels + 1),
    [['POST', '/_mock/seed'], ...apiRequests],
    'must not be nested deeper than 64 levels',
  ],
  ['values', `[${'1,'.repeat(bounds.bodyValues)}1]`, apiRequests, 'must not hold more than 100000 values'],
  [
    'values of the control API',
    `[${'1,'.repeat(bounds.values)}1]`,
    [['POST', '/_mock/seed']],
    'must not hold more than 1000000 values',
  ],
] as const)('the %s of a JSON body are limited', async (_, body, requests, message) => {
  const { url } = await start()
  for (const [method, path] of requests) {
    const response = await fetch(url + path, { method, body })
    expect([path, response.status]).toEqual([path, 400])
    expect(await response.text()).toContain(message)
  }
})

test('the page about security states every limit', async () => {
  const page = await readFile(new URL('../docs/reference/security.md', import.meta.url), 'utf8')
  const [, section = ''] = /### Limits(.*?)###/s.exec(page) ?? []
  const stated = [...section.matchAll(/^\| [a-z][^|]*\| ([\d,]+)( MiB)? \|/gm)].map(
    ([, number = '', unit]) => Number(number.replaceAll(',', '')) * (unit ? 2 ** 20 : 1),
  )
  expect(stated).toEqual(Object.values(bounds))
})
