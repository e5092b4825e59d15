import { expect, test } from 'vitest'
import type { RequestLogEntry } from '../core/request-log/entry.ts'
import { toCurl } from './curl.ts'
import { toBodyText } from './exchange.tsx'
import { toUnseen } from './coverage.tsx'
import { toFaultFacts } from './fault-text.ts'
import { toCodes } from './faults.tsx'
import { join, matches } from './requests.tsx'

const request: RequestLogEntry['request'] = {
  method: 'POST',
  path: '/2016-08-15/services',
  query: 'limit=1&prefix=a',
  headers: { host: '127.0.0.1:4010', 'content-length': '9', 'content-type': 'application/json' },
  body: { text: `{"a":"it's"}`, bytes: 12, truncated: false },
}
const entry: RequestLogEntry = {
  id: 1,
  time: '2026-01-01T00:00:00.000Z',
  api: 'aliyun-fc-2016-08-15',
  operation: 'CreateService',
  namespace: 'test',
  request,
  response: { status: 409, headers: {} },
  code: 'ServiceAlreadyExists',
  leniencies: [],
}

test('a curl command quotes the body and leaves out headers that curl sets', () => {
  expect(toCurl({ request }, 'http://127.0.0.1:4010')).toBe(
    [
      `curl -X POST 'http://127.0.0.1:4010/2016-08-15/services?limit=1&prefix=a'`,
      `-H 'content-type: application/json'`,
      `--data-raw '{"a":"it'\\''s"}'`,
    ].join(' \\\n  '),
  )
})

test.each([
  { text: 'cut', bytes: 5, truncated: true },
  { base64: '/w==', bytes: 5, truncated: false },
])('a curl command names a body that the request log does not contain', (body) => {
  expect(toCurl({ request: { ...request, body } }, 'http://h')).toMatch(
    /# the body of 5 bytes is not in the request log$/,
  )
})

test.each([
  [{}, true],
  [{ text: 'createserv' }, true],
  [{ text: 'AlreadyExists' }, true],
  [{ text: '/services' }, true],
  [{ text: 'GetService' }, false],
  [{ status: '4' }, true],
  [{ status: '2' }, false],
  [{ namespace: 'test' }, true],
  [{ namespace: 'default' }, false],
])('the filter %j selects the request: %s', (filter, isSelected) => {
  expect(matches(entry, { text: '', status: '', namespace: '', ...filter })).toBe(isSelected)
})

test.each([
  [{ text: '{"a":1}', bytes: 7, truncated: false }, '{\n  "a": 1\n}'],
  [{ text: 'a line', bytes: 6, truncated: false }, 'a line'],
  [{ text: '{"a', bytes: 90, truncated: true }, '{"a\n… 90 bytes in all'],
  [{ base64: '/w==', bytes: 1, truncated: false }, '1 byte of a body that is not UTF-8'],
])('the body %j is shown as text', (body, text) => {
  expect(toBodyText(body)).toBe(text)
})

test('the error codes of an operation are those that were seen and those that were not, by provenance', () => {
  const coverage = {
    operation: 'GetService',
    provenance: 'documented' as const,
    respondedBy: 'handler' as const,
    calls: 1,
    statuses: { 404: 1 },
    errors: { ServiceNotFound: 1 },
    unseen: { statuses: [200], errors: ['AccessDenied'] },
    unseenObservedErrors: ['ResourceThrottled'],
    marks: { ResourceThrottled: 'observed' as const },
  }
  expect(toCodes(coverage)).toEqual(['AccessDenied', 'ResourceThrottled', 'ServiceNotFound'])
  expect(toUnseen(coverage)).toEqual([
    ['documented', ['200', 'AccessDenied']],
    ['observed', ['ResourceThrottled']],
  ])
})

test.each([
  [
    {
      api: 'aliyun-fc-2016-08-15',
      operation: 'GetService',
      namespace: 'default',
      count: 3,
      met: 1,
      error: 'AccessDenied',
    },
    ['GetService of aliyun-fc-2016-08-15 in namespace default', 'error AccessDenied', 'the next 2', '1 time'],
  ],
  [
    { met: 0, delayMs: 500, probability: 0.1 },
    ['every operation of every API in every namespace', 'delayed by 500 ms', '10 % of all', '0 times'],
  ],
  [
    { met: 2, count: 3, probability: 0.5, code: 'Custom', status: 409, message: 'no', carriedOut: true },
    [
      'every operation of every API in every namespace',
      'error Custom, status 409, message “no”, the request is carried out first',
      'the next one, each request with a probability of 50 %',
      '2 times',
    ],
  ],
  [
    { met: 0, code: 503, connection: 'truncate' as const },
    ['every operation of every API in every namespace', 'status 503, the body is cut', 'all', '0 times'],
  ],
])('the fault %j is described in words', (fault, texts) => {
  expect(toFaultFacts({ id: 'fault-1', ...fault }).map(([, text]) => text)).toEqual(texts)
})

test('entries that two reads return are shown once', () => {
  const [first, second, third] = [1, 2, 3].map((id) => ({ ...entry, id }))
  expect(join([first, second] as never, [first, second, third] as never).map(({ id }) => id)).toEqual([1, 2, 3])
})
