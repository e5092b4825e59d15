import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { toCurl } from './curl.ts'
import type { ExchangeRecord } from './exchange-record.ts'

const request: ExchangeRecord['request'] = {
  method: 'POST',
  url: "http://127.0.0.1:1/it's?a=b&c=$HOME",
  headers: [
    ['host', '127.0.0.1:1'],
    ['content-type', 'application/json'],
    ['content-length', '9'],
    ['x-empty', ''],
  ],
  body: '{"a":"\'`$x"}\n',
  bodyBytes: 13,
}

/** The arguments that a shell passes to curl. */
function toArguments(line: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }; ${line}`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

test('a shell passes the URL, headers and body of the request unchanged', () => {
  const line = toCurl({ operation: 'Op', request })
  expect(toArguments(line)).toEqual([
    '-sS',
    '-i',
    '--path-as-is',
    '-X',
    'POST',
    request.url,
    '-H',
    'content-type: application/json',
    '-H',
    'x-empty;',
    '--data-binary',
    request.body,
  ])
})

test('a truncated body is read from a file', () => {
  const line = toCurl({ operation: 'Op', request: { ...request, bodyBytes: 99 } })
  expect(toArguments(line).at(-1)).toBe('@body')
})
