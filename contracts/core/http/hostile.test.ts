import type { Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { aliyunFc20160815Contract as contract } from '../../aliyun-fc-2016-08-15/contract.ts'
import { startWireServer } from '../../testing/wire-server.ts'
import { createCheckRun } from '../check-run.ts'
import { renderOutcome } from '../report/terminal.ts'
import { createTarget } from './target.ts'

const budgetMs = 1500

/** Runs every check of one operation against a server with one kind of invalid response. */
async function judge(serve: (socket: Socket) => void) {
  const server = await startWireServer(serve)
  onTestFinished(server.close)
  const target = createTarget({ api: contract.api, baseUrl: server.baseUrl, timeoutMs: 150, maxBodyBytes: 50_000 })
  const run = createCheckRun({ contract, target, runId: 'test', seed: 'test', budgetMs })
  const start = performance.now()
  const outcomes = []
  for (const check of contract.checks.filter(({ operation }) => operation === 'CreateService')) {
    outcomes.push(await run.run(check))
  }
  target.close()
  return { outcomes, durationMs: performance.now() - start }
}

const sends = (text: string) => (socket: Socket) => void socket.write(text)
const json = (body: string) =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`

test.each<[string, (socket: Socket) => void, RegExp]>([
  ['hangs', () => undefined, /no response came within 150 ms|consecutive requests had no response/],
  ['resets', (socket) => void socket.resetAndDestroy(), /closed without a response/],
  ['never ends its body', flood, /larger than 50000 bytes/],
  ['sends its body slowly', dribble, /did not end within 150 ms|consecutive requests/],
  ['is slow, but not too slow', (socket) => void setTimeout(() => socket.write(json('{}')), 100), /used up|expected/],
  [
    'redirects to another server',
    sends('HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/login\r\ncontent-length: 0\r\n\r\n'),
    /status 302/,
  ],
  ['returns bad JSON', sends(json('{"serviceName": ')), /not JSON|expected/],
  [
    'sends a head of ten megabytes',
    sends(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(1e7)}\r\n\r\n`),
    /head of the response is too large/,
  ],
  ['does not use HTTP', sends('SSH-2.0-OpenSSH_9.6\r\n\r\n'), /not HTTP/],
])('a server that %s: the run ends in time, and every check reports the reason', async (_, serve, words) => {
  const { outcomes, durationMs } = await judge(serve)
  // The running check and its cleanup may take three timeouts each.
  expect(durationMs).toBeLessThan(budgetMs + 5000)
  const reasons = outcomes
    .filter(({ status }) => status === 'failed' || status === 'errored')
    .map((outcome) => renderOutcome(outcome))
  expect(reasons.length).toBeGreaterThan(outcomes.length / 2)
  expect(reasons.some((text) => words.test(text))).toBe(true)
  expect(reasons.filter((text) => text.includes('a defect of the suite'))).toEqual([])
})

function flood(socket: Socket): void {
  socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
  const timer = setInterval(() => socket.write(`4000\r\n${'x'.repeat(0x4000)}\r\n`), 1)
  socket.on('close', () => clearInterval(timer))
}

function dribble(socket: Socket): void {
  socket.write('HTTP/1.1 200 OK\r\ncontent-length: 99999\r\n\r\n')
  const timer = setInterval(() => socket.write('x'), 20)
  socket.on('close', () => clearInterval(timer))
}
