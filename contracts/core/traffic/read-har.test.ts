import { describe, expect, test } from 'vitest'
import { parseHar } from './read-har.ts'

interface Given {
  readonly status?: number
  readonly content?: object | null
  readonly headers?: readonly object[]
  readonly request?: object
  readonly entry?: object
}

function readOne({ status = 200, content, headers = [], request, entry }: Given) {
  const given = {
    startedDateTime: '2026-01-02T03:04:05.000Z',
    time: 7,
    request: { method: 'get', url: 'http://127.0.0.1/a', headers: [], ...request },
    response: { status, headers, content },
    ...entry,
  }
  return parseHar(`\uFEFF${JSON.stringify({ log: { entries: [given] } })}`, 'given.har')
}

const toText = (body: unknown) => (body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : body)

test('an entry becomes an exchange, with or without a byte order mark', () => {
  const headers = [
    { name: ':status', value: '200' },
    { name: 'ETag', value: 'x' },
  ]
  expect(readOne({ headers, content: { text: '{}', size: 2 } })).toEqual({
    cached: 0,
    exchanges: [
      {
        request: { method: 'GET', url: 'http://127.0.0.1/a', headers: [], body: new Uint8Array() },
        response: { status: 200, headers: [['ETag', 'x']], body: Buffer.from('{}') },
        startedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
        durationMs: 7,
      },
    ],
  })
})

describe('bodies', () => {
  test.each([
    ['text', { text: 'a', size: 1 }, 'a'],
    ['base64', { text: 'AP8=', encoding: 'base64', size: 2 }, '\x00\xff'],
    ['base64 with other characters', { text: '%%', encoding: 'base64' }, 'missing'],
    ['a text that is shorter than its size', { text: '{"a":', size: 9 }, 'missing'],
    ['complete JSON that is shorter than its compressed size', { text: '{}', size: 22 }, '{}'],
    ['bytes that are not text', { text: 'a\uFFFD', size: 2 }, 'missing'],
    ['no text, but a size', { size: 9 }, 'missing'],
    ['neither text nor size', { size: 0 }, ''],
    ['an unknown size', { size: -1, text: 'a' }, 'a'],
    ['no content', null, ''],
  ])('%s', (_, content, body) => {
    expect(toText(readOne({ content }).exchanges[0]?.response?.body)).toBe(body)
  })

  test('a length in a header shows that a body is missing, but 204 has none', () => {
    const headers = [{ name: 'content-length', value: '5' }]
    expect(readOne({ headers, content: {} }).exchanges[0]?.response?.body).toBe('missing')
    expect(readOne({ status: 204, headers, content: {} }).exchanges[0]?.response?.body).toEqual(new Uint8Array())
  })

  test('a request has the same rules', () => {
    const toBody = (request: object) => toText(readOne({ request }).exchanges[0]?.request.body)
    expect(toBody({ postData: { text: '{"a":1}' }, bodySize: 7 })).toBe('{"a":1}')
    expect(toBody({ bodySize: 7 })).toBe('missing')
    expect(toBody({ bodySize: -1 })).toBe('')
  })
})

test.each([
  ['status 0', { status: 0 }],
  ['no response', { entry: { response: null } }],
  [
    'a request that was blocked, without headers',
    { status: 0, entry: { request: { method: 'GET', url: 'http://a' } } },
  ],
])('%s is a request without a response', (_, given) => {
  expect(readOne(given).exchanges[0]).not.toHaveProperty('response')
})

test('a response from a cache is counted, not judged', () => {
  expect(readOne({ entry: { _fromCache: 'disk' } })).toEqual({ cached: 1, exchanges: [] })
})
