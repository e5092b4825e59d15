import { describe, expect, test } from 'vitest'
import { parseHar } from './read-har.ts'

interface Given {
  readonly status?: number
  readonly content?: object | null
  readonly headers?: readonly object[]
  readonly request?: object
  readonly entry?: object
  readonly tool?: string
}

function readOne({ status = 200, content, headers = [], request, entry, tool }: Given) {
  const given = {
    startedDateTime: '2026-01-02T03:04:05.000Z',
    time: 7,
    request: { method: 'get', url: 'http://127.0.0.1/a', headers: [], ...request },
    response: { status, headers, content },
    ...entry,
  }
  return parseHar(
    `\uFEFF${JSON.stringify({ log: { ...(tool && { creator: { name: tool } }), entries: [given] } })}`,
    'given.har',
  )
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
    ['an unknown size without a text', { size: -1 }, 'missing'],
    ['a size that is null, without a text', { size: null, encoding: 'base64' }, 'missing'],
    ['a comment of Firefox instead of a text', { size: 0, comment: 'Response bodies are not included.' }, 'missing'],
    ['a comment about complete JSON', { text: '{}', comment: 'of a reader' }, '{}'],
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

  test('a form without a text, and a request that Firefox cut, are missing', () => {
    const toBody = (postData: object) =>
      toText(readOne({ request: { postData, bodySize: -1 } }).exchanges[0]?.request.body)
    expect(toBody({ mimeType: 'application/x-www-form-urlencoded', params: [{ name: 'a', value: '1' }] })).toBe(
      'missing',
    )
    expect(toBody({ params: [{ name: 'a', value: '1' }], text: 'a=1' })).toBe('a=1')
    expect(toBody({ params: [], text: '{"a":', comment: 'Request bodies are not included.' })).toBe('missing')
  })

  test('an empty body whose length is known is not missing, whatever the size is', () => {
    const headers = [{ name: 'Content-Length', value: '0' }]
    expect(readOne({ headers, content: { size: -1, comment: 'no' } }).exchanges[0]?.response?.body).toHaveLength(0)
  })

  test('Firefox writes the characters of a text in base64, so its bytes are lost', () => {
    const content = { encoding: 'base64', text: btoa('\u00e9'), size: 2 }
    expect(readOne({ content, tool: 'Firefox' }).exchanges[0]?.response?.body).toBe('missing')
    const whole = { encoding: 'base64', text: 'w6k=', size: 2 }
    expect(toText(readOne({ content: whole, tool: 'Firefox' }).exchanges[0]?.response?.body)).toBe('\xc3\xa9')
    // The size of other tools may be that of the compressed body.
    expect(toText(readOne({ content, tool: 'mitmproxy' }).exchanges[0]?.response?.body)).toBe('\xe9')
  })

  test('k6 Studio writes a character for each byte of a request, and mitmproxy does so for bytes that are not text', () => {
    const request = { method: 'POST', bodySize: -1, postData: { text: '\u00c3\u00a9' } }
    const toSent = (tool?: string) => toText(readOne({ request, ...(tool && { tool }) }).exchanges[0]?.request.body)
    expect(toSent('k6-studio')).toBe('\xc3\xa9')
    expect(toSent()).toBe('\xc3\x83\xc2\xa9')
    const toBody = (length: number) => {
      const headers = [{ name: 'content-length', value: String(length) }]
      return toText(readOne({ request: { ...request, headers } }).exchanges[0]?.request.body)
    }
    expect([toBody(2), toBody(4)]).toEqual(['\xc3\xa9', '\xc3\x83\xc2\xa9'])
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
