import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { listen } from '../mocks/adapters/http/listen.ts'
import { runCli } from '../scripts/cli/program.ts'
import { collectMessages } from './testing/error-messages.ts'
import { readPage, toRows } from './testing/pages.ts'

const rows = toRows(await readPage('docs/reference/errors.md'))
const listed = rows.map(([message = '']) => message.replace(/^`+ ?| ?`+$/g, ''))
const fc = 'aliyun-fc-2016-08-15'
const target = ['--url', 'http://127.0.0.1:1', '--dry-run']
const config = (content: string) => ['verify', fc, ...target, '--config', content]

/** Command lines, and the row of their message. `{…}` stands for a file with this content. */
const wrongUses: readonly (readonly [row: string, words: readonly string[]])[] = [
  ["unknown command '…'; see: … --help", ['nope']],
  ["unknown option '…'; see: … --help", ['verify', fc, '--zzzzz']],
  ["missing required argument '…'; see: … --help", ['spec']],
  ["too many arguments for '…'. Expected … but got …", ['mock', 'extra']],
  ["option '…' argument missing; see: … --help", ['mock', '--port']],
  ["required option '…' not specified; see: … --help", ['merge', 'a']],
  ["option '…' argument '…' is invalid. …; see: … --help", ['spec', fc, '--openapi', '2.0']],
  ['… needs a value before …; if this is the value, write …=…', ['mock', '--deterministic', '--port', '1']],
  ['… needs a value before …; if this is the value, write …=…', ['verify', fc, '--seed', '--dry-run']],
  ['… is given twice, but has one value; remove one of them', ['verify', fc, '--url', 'http://a', '--url=http://b']],
  ['unknown API ……; the APIs are: …', ['spec', 'nope']],
  ['unknown API ……; the APIs are: …', ['verify', 'nope']],
  ['… cannot be read: …', ['verify', fc, '--config', 'none.json']],
  ['… cannot be read: …', ['verify', fc, '--config', 'none.ts']],
  ['… cannot be read: …', ['verify', fc, '--config', '.']],
  ['… cannot be read: …', ['verify', fc, ...target, '--known-failures', 'none.json']],
  ['… cannot be read: …', ['verify', 'huawei-functiongraph-v2', ...target, ...toFixtures('none.zip')]],
  ['… cannot be read: …', ['mock', '--seed-file', 'none']],
  ['… cannot be read: …', ['mock', '--cert', 'none', '--key', 'none']],
  ['… cannot be read: …', ['mock', '--state', '/']],
  ['… cannot be read: …', ['merge', 'none', '--report', 'out']],
  ['… cannot be read: …', ['report', 'diff', 'none', 'none']],
  ['… cannot be read: …', ['cleanup', '--cleanup-log', '{}']],
  ['… cannot be written: …', ['verify', fc, '--url', 'http://127.0.0.1:1', '--report', '{}']],
  ['… cannot be written: …', ['verify', fc, '--url', 'http://127.0.0.1:1', '--cleanup-log', '{}']],
  ['unknown key "…"; …', config('{"ulr":""}')],
  ['… must be …, not …', config('{"features":{"unsupported":"a"}}')],
  ['… must not be empty, not …', config('{"account":""}')],
  ['… is missing; it must be …', config('{"knownFailures":[{"check":"a"}]}')],
  ['… is not a report of this version: …', ['report', 'diff', '{}', '{}']],
  [
    '… needs the … …: use …, or in the configuration "fixtures": { … }',
    ['verify', 'huawei-functiongraph-v2', ...target],
  ],
]

function toFixtures(codeFile: string): readonly string[] {
  const values = { functionUrn: 'urn:fss:a:b:function:default:c', runtime: 'Python3.9', codeFile }
  return Object.entries(values).flatMap(([name, value]) => ['--fixture', `${name}=${value}`])
}

let output: string[]
beforeEach(() => {
  output = []
  const write = (text: unknown) => output.push(String(text)) > 0
  vi.spyOn(console, 'error').mockImplementation(write)
  vi.spyOn(process.stderr, 'write').mockImplementation(write)
  vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
})
afterEach(() => vi.restoreAllMocks())

/** Runs a command line, with files for its `{…}`, and returns its exit code and the one line that it prints. */
async function run(words: readonly string[]): Promise<{ readonly code: number; readonly line: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-errors-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'given.json')
  await writeFile(file, words.find((word) => word.startsWith('{')) ?? '')
  const code = await runCli(words.map((word) => (word.startsWith('{') ? file : word)))
  const lines = output
    .join('\n')
    .split('\n')
    .filter((line) => line !== '')
  expect(lines).toHaveLength(1)
  return { code, line: lines[0] ?? '' }
}

function toPattern(row: string): RegExp {
  return new RegExp(
    `${row
      .split('…')
      .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
      .join('.*')}$`,
  )
}

test('errors.md lists every error message of the code and no other', async () => {
  const messages = await collectMessages()
  expect(messages.length).toBeGreaterThan(60)
  expect(listed.toSorted()).toEqual([...new Set([...messages, ...wrongUses.map(([row]) => row)])].toSorted())
})

test('each message has a cause and a fix', () => {
  expect(rows.filter(([, cause, fix]) => !cause || !fix)).toEqual([])
})

describe('wrong use prints one line that errors.md lists, and exits with 2', () => {
  test.each(wrongUses)('%s: %j', async (row, words) => {
    const { code, line } = await run(words)
    expect(line).toMatch(toPattern(row))
    expect(line).not.toMatch(/\bE[A-Z]{4,}\b|Invalid input|received/)
    expect(code).toBe(2)
  })
})

describe('a mock that cannot listen prints one line that errors.md lists, and exits with 3', () => {
  test.each([['192.0.2.1'], ['no-such-host.invalid']])('--host %s', async (host) => {
    const { code, line } = await run(['mock', '--port', '0', '--host', host])
    expect(line).toMatch(toPattern('cannot listen on …:…: …; use another host or port'))
    expect(line).not.toMatch(/\bE[A-Z]{4,}\b/)
    expect(code).toBe(3)
  })

  test.each(['emulator', 'prism'])('a port in use, with the engine %s', async (engine) => {
    const { port, close } = await listen(createServer(), 0, '127.0.0.1')
    onTestFinished(close)
    const { code, line } = await run(['mock', '--port', String(port), '--engine', engine])
    expect(line).toMatch(toPattern('port … on … is in use; use another port, or 0 for a free port'))
    expect(code).toBe(3)
  })
})
