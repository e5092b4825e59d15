import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { authenticate } from './authenticate.ts'
import { toStringToSign } from './fc-signature.ts'
import { signFc, testKey, testNow, toOptions, toRequest, withAuthorization } from './testing/requests.ts'

/** The vendor's own signing, in a package without types: a static method of its client. */
const vendor = createRequire(import.meta.url)('@alicloud/fc2') as {
  getSignature: (id: string, secret: string, method: string, path: string, headers: object) => string
}
const date = new Date(testNow).toUTCString()

test('the string to sign has a line for each part and for each x-fc- header, in order', () => {
  const request = toRequest({
    method: 'POST',
    path: '/2016-08-15/services/a%20b',
    query: 'limit=1',
    headers: {
      'x-fc-trace-id': 'trace',
      'x-fc-account-id': '',
      'content-type': 'application/json; charset=utf-8',
      'content-md5': 'abc==',
      'x-other': 'unsigned',
      date,
    },
  })
  expect(toStringToSign(request)).toBe(
    `POST\nabc==\napplication/json; charset=utf-8\n${date}\nx-fc-account-id:\nx-fc-trace-id:trace\n/2016-08-15/services/a b`,
  )
})

test('absent headers leave an empty line', () => {
  expect(toStringToSign(toRequest({ path: '/p' }))).toBe('GET\n\n\n\n/p')
})

test('x-fc-date replaces the line of Date and is also one of the x-fc- headers', () => {
  expect(toStringToSign(toRequest({ path: '/p', headers: { date: 'old', 'x-fc-date': date } }))).toBe(
    `GET\n\n\n${date}\nx-fc-date:${date}\n/p`,
  )
  expect(toStringToSign(toRequest({ path: '/p', headers: { date, 'x-fc-date': '' } }))).toBe(
    `GET\n\n\n${date}\nx-fc-date:\n/p`,
  )
})

test('every signature of the npm client is accepted, and rejected if a part differs', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abzAZ09-_./ ü%"\\{') }).map((value) => value.trim())
  const name = fc.stringMatching(/^x-fc-[a-z0-9-]{1,12}$/).filter((header) => header !== 'x-fc-date')
  const requests = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
    segments: fc.array(text, { maxLength: 4 }),
    type: fc.option(fc.constantFrom('application/json', 'application/octet-stream', 'text/plain;charset=UTF-8')),
    md5: fc.option(text),
    // A temporary key requires a security token.
    extra: fc.dictionary(name, text, { maxKeys: 5 }).filter((headers) => !('x-fc-security-token' in headers)),
  })
  fc.assert(
    fc.property(requests, ({ method, segments, type, md5, extra }) => {
      const decoded = `/2016-08-15/${segments.join('/')}`
      const headers = {
        ...extra,
        ...(type && { 'content-type': type }),
        ...(md5 && { 'content-md5': md5 }),
        date,
      }
      const authorization = vendor.getSignature(testKey.id, testKey.secret, method, decoded, headers)
      const path = encodeURIComponent(decoded).replaceAll('%2F', '/')
      const request = withAuthorization(toRequest({ method, path, headers }), authorization)
      const options = toOptions('fc-signature')
      expect(authenticate(request, options)).toEqual({ kind: 'passed' })
      for (const changed of [
        { path: `${path}/` },
        { method: 'HEAD' },
        { headers: { ...request.headers, 'x-fc-z': '' } },
      ]) {
        expect(authenticate({ ...request, ...changed }, options)).toMatchObject({ kind: 'refused', code: 'mismatch' })
      }
    }),
    { seed: 7, numRuns: 300 },
  )
})

test('header bytes are signed as UTF-8, or as Latin-1 converted to UTF-8', () => {
  const signed = { 'x-fc-trace-id': 'ü', date }
  const stringToSign = toStringToSign(toRequest({ path: '/p', headers: signed }))
  for (const sent of ['\u00c3\u00bc', '\u00fc']) {
    const request = signFc(toRequest({ path: '/p', headers: { ...signed, 'x-fc-trace-id': sent } }), stringToSign)
    expect(authenticate(request, toOptions('fc-signature'))).toEqual({ kind: 'passed' })
  }
})

test.each([
  'FC',
  'FC ',
  'FC id',
  'FC id:',
  'FC :signature',
  'FC id:signature extra',
  'FC id:signature, FC id:signature',
  'FC i d:signature',
  'FC  id:signature',
  'fc id:signature',
  'FCid:signature',
  'Bearer id:signature',
  'id:signature',
])('"%s" is not a credential of this scheme', (authorization) => {
  const request = withAuthorization(toRequest({ headers: { date } }), authorization)
  for (const mode of ['present', 'verify'] as const) {
    expect(authenticate(request, toOptions('fc-signature', { mode }))).toMatchObject({
      kind: 'refused',
      code: 'missing',
      rule: expect.stringContaining('FC {accessKeyId}:{signature}'),
    })
  }
})

test.each([
  { headers: {}, code: 'undated', names: 'date' },
  { headers: { date: '' }, code: 'undated', names: 'date' },
  { headers: { date: 'today' }, code: 'missing', names: 'date' },
  { headers: { date, 'x-fc-date': 'today' }, code: 'missing', names: 'x-fc-date' },
  { headers: { date: `${date}, ${date}` }, code: 'missing', names: 'date' },
  {
    headers: { date, 'x-fc-date': new Date(testNow - 3_600_000).toUTCString() },
    code: 'skewed',
    names: 'date of the request',
  },
])('a request with the date $headers is rejected as $code', ({ headers, code, names }) => {
  const plain = toRequest({ path: '/p', headers })
  const request = signFc(plain, toStringToSign(plain))
  expect(authenticate(request, toOptions('fc-signature'))).toMatchObject({
    kind: 'refused',
    code,
    rule: expect.stringContaining(names),
  })
})
