/** Attacks of a client on the mock. Each test failed before the mock had the limit. */
import { connect } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, onTestFinished, test } from 'vitest'
import { createMock } from '../mocks/adapters/fetch/fetch.ts'
import { serve } from '../mocks/adapters/http/node.ts'
import { bounds } from '../mocks/core/bounds.ts'

async function start() {
  const served = await serve({ port: 0 })
  onTestFinished(served.close)
  return served
}

const long = 'k'.repeat(100_000)
const services = '/2016-08-15/services'

test.each([
  [services, 'POST', { serviceName: 's', [long]: 1 }],
  [services, 'POST', { serviceName: 's', vpcConfig: { [long]: null } }],
  [`${services}/s/functions`, 'POST', { functionName: 'f', environmentVariables: { [`FC_${long}`]: '' } }],
  [`${services}/s/functions`, 'POST', { functionName: 'f', environmentVariables: { [long]: 1 } }],
  [services, 'POST', { serviceName: long }],
  ['/2021-04-06/services/s/functions', 'POST', { functionName: 'f', environmentVariables: { [long]: 1 } }],
  ['/v2/p/fgs/functions/urn:fss:r:p:function:default:f/config', 'PUT', { func_name: 'f', [long]: 1 }],
])('the request log of %s does not keep long names', async (path, method, body) => {
  const { emulator, fetch: send } = createMock()
  for (let i = 0; i < 2; i += 1) {
    const response = await send(`http://127.0.0.1${path}`, { method, body: JSON.stringify(body) })
    if (response.status >= 400) expect((await response.text()).length).toBeLessThan(bounds.messageLength * 3)
  }
  const entries = emulator.requestLog()
  for (const { leniencies, rule = '' } of entries)
    expect(JSON.stringify([leniencies, rule]).length).toBeLessThan(10_000)
})

test('a long cron expression does not exhaust the stack', async () => {
  const { fetch: send } = createMock()
  const create = (path: string, body: object) =>
    send(`http://127.0.0.1${services}${path}`, { method: 'POST', body: JSON.stringify(body) })
  await create('', { serviceName: 's' })
  await create('/s/functions', { functionName: 'f', handler: 'h', runtime: 'nodejs8', code: { zipFile: 'UEs=' } })
  const triggerConfig = { cronExpression: `@every ${'1m'.repeat(10_000_000)}`, enable: true }
  const response = await create('/s/functions/f/triggers', { triggerName: 't', triggerType: 'timer', triggerConfig })
  expect(response.status).toBe(200)
})

test('unfinished uploads with one byte in each chunk take little memory', async () => {
  const { port } = await start()
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.write('POST /2016-08-15/services HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n')
  const before = readHeap()
  const chunks = '1\r\nx\r\n'.repeat(100_000)
  for (let i = 0; i < 10; i += 1) await new Promise((resolve) => socket.write(chunks, resolve))
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(readHeap() - before).toBeLessThan(80_000_000) // a list of the chunks takes 200 MB
})

test('responses that clients do not read are limited together, until their connection closes', async () => {
  const { url, port, emulator } = await start()
  const description = 'd'.repeat(2 ** 20)
  await fetch(url + services, { method: 'POST', body: JSON.stringify({ serviceName: 's', description }) })
  for (let round = 0; round < 2; round += 1) {
    emulator.clearRequestLog()
    const socket = connect(port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.pause()
    socket.write(`GET ${services}/s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`.repeat(600))
    await expect.poll(() => emulator.requestLog().length, { timeout: 15_000 }).toBeGreaterThan(250)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(emulator.requestLog().length).toBeLessThan(270) // 1 MiB each; the kernel takes a few MiB
    socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  expect((await fetch(`${url}${services}/s`)).status).toBe(200)
}, 60_000)

test('responses that were read are no longer counted', async () => {
  const { url } = await start()
  const description = 'd'.repeat(4 * 2 ** 20)
  await fetch(url + services, { method: 'POST', body: JSON.stringify({ serviceName: 's', description }) })
  for (let i = 0; i < 70; i += 1) {
    const response = await fetch(`${url}${services}/s`)
    expect(response.status).toBe(200)
    await response.text()
  }
}, 40_000)

/** The bytes in use after a garbage collection. */
function readHeap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}
