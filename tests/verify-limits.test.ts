/**
 * The limits of `verify`. Those of responses, timeouts, attempts and pauses are tested in `contracts/core/http`, those of
 * pages in `contracts/core/assertions`.
 */
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { fail, toViolationError } from '../contracts/core/assertions/expect.ts'
import { bounds } from '../contracts/core/bounds.ts'
import { readCleanupLogs } from '../contracts/core/cleanup/cleanup-log-file.ts'
import { decodeContent } from '../contracts/core/http/content-encoding.ts'
import { readJson } from '../contracts/core/http/exchange.ts'
import { toExchangeRecord } from '../contracts/core/http/exchange-record.ts'
import { runCommand } from '../contracts/run/command.ts'
import { toExchange } from '../contracts/testing/exchange.ts'
import { aliyunFc20160815 as api } from '../schemas/aliyun-fc-2016-08-15/api.ts'

const toBytes = (text: string) => new TextEncoder().encode(text)
const exchange = toExchange(api.operations.getService, 200, {})

test('the levels of a JSON body are limited', () => {
  const nest = (levels: number) => toBytes('['.repeat(levels) + ']'.repeat(levels))
  expect(readJson(nest(bounds.levels)).ok).toBe(true)
  expect(readJson(nest(bounds.levels + 1))).toEqual({
    ok: false,
    why: 'a body that is nested deeper than 1000 levels',
  })
})

test.each([
  ['list', '[', '1', ']'],
  ['object', '{', '"k":1', '}'],
  ['list of lists', '[', '[]', ']'],
])('the values of a %s in a JSON body are limited', (_, open, value, close) => {
  const repeat = (count: number) => toBytes(open + Array(count).fill(value).join() + close)
  expect(readJson(repeat(bounds.values / 2 - 2)).ok).toBe(true)
  expect(readJson(repeat(bounds.values))).toEqual({ ok: false, why: 'a body with more than 100000 values' })
  expect(readJson(toBytes(`["${',['.repeat(bounds.values)}"]`)).ok).toBe(true)
})

test('bodies and headers in a report are limited', () => {
  const headers = Array.from({ length: bounds.reportedHeaders + 1 }, (_, i) => [`h-${i}`, 'v'.repeat(5000)] as const)
  const body = toBytes('b'.repeat(100_000))
  const { request, response } = toExchangeRecord({
    ...exchange,
    request: { ...exchange.request, headers, body },
    response: { ...exchange.response, headers, body },
  })
  expect([request.body.length, response?.body.length]).toEqual([
    bounds.reportedRequestBytes,
    bounds.reportedResponseBytes,
  ])
  for (const { headers: reported = [] } of [request, response ?? {}]) {
    expect(reported).toHaveLength(bounds.reportedHeaders)
    expect(reported[0]?.[1]).toHaveLength(bounds.reportedHeaderLength)
  }
})

test('the texts of a finding are limited', () => {
  const blame = { operation: 'GetService', clause: '004' }
  const long = 'x'.repeat(bounds.findingLength + 1)
  expect(() => fail(blame, { expected: 'short', actual: long })).toThrow(
    expect.objectContaining({ violation: expect.objectContaining({ actual: `${long.slice(1)}… (2001 characters)` }) }),
  )
})

test('the symptom of a finding is limited', () => {
  const names = Array.from({ length: bounds.symptomNames + 1 }, () => 'n'.repeat(bounds.symptomLength + 1))
  const symptom = { part: 'field', names, problem: 'p'.repeat(bounds.symptomLength + 1) } as const
  const { violation } = toViolationError({ operation: 'A', clause: '004' }, { expected: '', actual: '', symptom })
  expect(violation.symptom?.names).toEqual(names.slice(1).map((name) => name.slice(1)))
  expect(violation.symptom?.problem).toHaveLength(bounds.symptomLength)
})

test('the content encodings of a response, and its decoded size, are limited', async () => {
  const encode = (times: number) => {
    let body: Uint8Array = toBytes('{}')
    for (let i = 0; i < times; i += 1) body = gzipSync(body)
    const headers = [['Content-Encoding', Array(times).fill('gzip').join(', ')]] as const
    return { ...exchange.response, headers, body }
  }
  expect(await decodeContent(encode(bounds.contentEncodings), 100)).toMatchObject({ body: Buffer.from('{}') })
  await expect(decodeContent(encode(bounds.contentEncodings + 1), 100)).rejects.toThrow('the response has 5 encodings')
  await expect(decodeContent(encode(1), 1)).rejects.toMatchObject({ isLarger: true })
})

test('a cleanup log that is too large is not read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'verify-limits-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = await open(join(folder, 'run.cleanup.jsonl'), 'w')
  await file.truncate(bounds.cleanupLogBytes + 1)
  await file.close()
  expect(readCleanupLogs(folder).broken).toEqual([
    { file: join(folder, 'run.cleanup.jsonl'), reason: `it is larger than ${bounds.cleanupLogBytes} bytes` },
  ])
})

test('the output of a command is limited', async () => {
  const { output } = await runCommand('head -c 3000000 /dev/zero | tr "\\0" x', { env: {}, timeoutMs: 20_000 })
  expect(output).toHaveLength(bounds.commandOutput)
})

test('the page about security states the limits', async () => {
  const page = await readFile(new URL('../docs/reference/security.md', import.meta.url), 'utf8')
  const suite = page.slice(page.indexOf('## The suite'))
  const toUnit = (bytes: number) => (bytes >= 2 ** 20 ? `${bytes / 2 ** 20} MiB` : `${bytes / 1024} KiB`)
  for (const text of [
    `${toUnit(bounds.responseBytes)}, also after decoding; ${toUnit(bounds.headBytes)} for the head; ${bounds.contentEncodings} content encodings`,
    `| levels of a JSON body | ${bounds.levels.toLocaleString('en')} |`,
    `| values in a JSON body | ${bounds.values.toLocaleString('en')} |`,
    `${toUnit(bounds.reportedRequestBytes)} of a request, ${toUnit(bounds.reportedResponseBytes)} of a response`,
    `${bounds.reportedHeaders}, with ${bounds.reportedHeaderLength.toLocaleString('en')} characters each`,
    `| text of a finding | ${bounds.findingLength.toLocaleString('en')} characters |`,
    `| symptom of a finding | ${bounds.symptomNames} names, with ${bounds.symptomLength} characters each |`,
    `| response bodies whose values are compared with later responses | ${toUnit(bounds.judgedBytes)} |`,
    `| resources whose states are compared | ${bounds.judgedResources.toLocaleString('en')} |`,
    `| ${bounds.ids.toLocaleString('en')}, with ${bounds.idLength} characters each |`,
    `| cleanup log | ${toUnit(bounds.cleanupLogBytes)} |`,
    `| output of \`setup\` and \`teardown\` | ${toUnit(bounds.commandOutput)}`,
  ]) {
    expect(suite).toContain(text)
  }
})
