import { expect, test } from 'vitest'
import { toJsonLine, toRequestLine } from './mock-request-line.ts'

const created = {
  method: 'POST',
  path: '/2016-08-15/services',
  operation: 'CreateService',
  purpose: undefined,
  status: 200,
  code: undefined,
  rule: undefined,
  durationMs: 1.26,
}

test('E02: a request is one line with method, path, operation, status and duration', () => {
  expect(toRequestLine(created)).toBe('POST /2016-08-15/services CreateService 200 1.3 ms\n')
})

test('a request of no operation has its purpose in the line', () => {
  const line = (purpose: string | undefined) => toRequestLine({ ...created, operation: undefined, purpose })
  expect(line('HTTP trigger')).toBe('POST /2016-08-15/services (HTTP trigger) 200 1.3 ms\n')
  expect(line(undefined)).toBe('POST /2016-08-15/services - 200 1.3 ms\n')
})

test('E02: a rejected request has the error code, and with --verbose the violated rule', () => {
  const rejected = { ...created, status: 400, code: 'InvalidArgument', rule: 'serviceName: must be present' }
  expect(toRequestLine(rejected)).toBe('POST /2016-08-15/services CreateService 400 InvalidArgument 1.3 ms\n')
  expect(toRequestLine(rejected, true)).toMatch(/ms\n {2}serviceName: must be present\n$/)
})

test('E02: no control character of a request reaches the terminal, and a long path is shortened', () => {
  const line = toRequestLine({ ...created, method: 'G\u001bT', path: `/a\u001b[2J\n\u202e${'x'.repeat(9999)}` })
  expect(line).toMatch(/^G\\u\{1b\}T \/a\\u\{1b\}\[2J\\u\{a\}\\u\{202e\}x+… CreateService 200 1\.3 ms\n$/)
  expect(line.length).toBeLessThan(400)
})

test('with --log json, a request is one line of JSON, also if it has control characters', () => {
  const line = toJsonLine({ ...created, path: '/a\n\u001b[2J' }, new Date(0))
  expect(line).toMatch(/^[\x20-\x7e]+\n$/)
  expect(JSON.parse(line)).toEqual({
    time: '1970-01-01T00:00:00.000Z',
    method: 'POST',
    path: '/a\n\u001b[2J',
    operation: 'CreateService',
    status: 200,
    durationMs: 1.26,
  })
})
