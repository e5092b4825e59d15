import fc from 'fast-check'
import { expect, test } from 'vitest'
import { authenticate } from './authenticate.ts'
import { toStringToSign as toFcString } from './fc-signature.ts'
import { toStringToSign as toSdkString } from './sdk-hmac-sha256.ts'
import type { AuthOptions } from './profile.ts'
import {
  signFc,
  signSdk,
  testKey,
  testNow,
  toOptions,
  toProfile,
  toRequest,
  withAuthorization,
} from './testing/requests.ts'

const date = new Date(testNow).toUTCString()
const plain = toRequest({ path: '/p', headers: { date } })
const signed = signFc(plain, toFcString(plain))

test('off checks nothing', () => {
  expect(authenticate(toRequest(), toOptions('fc-signature', { mode: 'off' }))).toEqual({ kind: 'passed' })
})

test('present requires well-formed credentials with any values', () => {
  const options = toOptions('fc-signature', { mode: 'present', credentials: [] })
  expect(authenticate(withAuthorization(toRequest(), 'FC any:thing'), options)).toEqual({ kind: 'passed' })
  expect(authenticate(toRequest(), options)).toMatchObject({ kind: 'refused', code: 'missing' })
})

test.each(['present', 'verify'] as const)('%s accepts only the schemes of the API', (mode) => {
  const options: AuthOptions = { ...toOptions('acs3-hmac-sha256'), mode }
  expect(authenticate(signed, options)).toMatchObject({
    kind: 'refused',
    code: 'missing',
    rule: 'the request must have Authorization: ACS3-HMAC-SHA256 Credential={accessKeyId},SignedHeaders={names},Signature={hex}',
  })
})

test('credentials in the query are ignored', () => {
  const { authorization = '' } = signed.headers
  const query = `Authorization=${encodeURIComponent(authorization)}`
  expect(authenticate({ ...plain, query }, toOptions('fc-signature'))).toMatchObject({ code: 'missing' })
})

const both = toProfile('sdk-hmac-sha256', 'auth-token')
const sdkPlain = toRequest({ headers: { host: 'h', 'x-sdk-date': '20261121T212631Z', 'x-auth-token': 'good' } })
const sdkNames = ['host', 'x-sdk-date']

test.each([
  { what: 'a good signature and a bad token', secretOk: true, token: 'bad', expected: { kind: 'passed' } },
  {
    what: 'a bad signature and a good token',
    secretOk: false,
    token: 'good',
    expected: { kind: 'refused', code: 'mismatch' },
  },
])('$what: the first scheme of the profile decides', ({ secretOk, token, expected }) => {
  const request = { ...sdkPlain, headers: { ...sdkPlain.headers, 'x-auth-token': token } }
  const stringToSign = secretOk ? toSdkString(request, sdkNames) : 'something else'
  const options = toOptions('auth-token', { profile: both, tokens: [{ token: 'good' }] })
  expect(authenticate(signSdk(request, sdkNames, stringToSign), options)).toMatchObject(expected)
})

test('with an Authorization of an unsupported scheme, the token decides', () => {
  const request = withAuthorization(sdkPlain, 'Bearer something')
  const options = toOptions('auth-token', { profile: both, tokens: [{ token: 'good' }] })
  expect(authenticate(request, options)).toEqual({ kind: 'passed' })
})

test('the result contains no part of the credentials', () => {
  for (const authorization of ['a-bare-secret', 'Bearer a-bare-secret', 'FC a-bare-secret', 'FC a-bare-secret:x']) {
    const result = authenticate(withAuthorization(plain, authorization), toOptions('fc-signature'))
    expect(result).toMatchObject({ kind: 'refused' })
    expect(JSON.stringify(result)).not.toContain('a-bare-secret')
  }
})

test('one of several keys must match, and the first of two keys with the same id is used', () => {
  const credentials = [{ id: 'other', secret: 'x' }, testKey, { ...testKey, secret: 'later' }]
  expect(authenticate(signed, toOptions('fc-signature', { credentials }))).toEqual({ kind: 'passed' })
  expect(authenticate(signed, toOptions('fc-signature', { credentials: credentials.toReversed() }))).toMatchObject({
    code: 'mismatch',
  })
})

test('no credentials cause an exception', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('%', '%zz', '\ud800', '%ED%A0%80', '/../%2e', '&=&', 'a=%&b', ';;', ','),
    // Half-formed UTF-16, as an engine's own strings may hold it.
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  )
  const authorization = fc.oneof(
    text,
    text.map((rest) => `FC ${testKey.id}:${rest}`),
    text.map((names) => `ACS3-HMAC-SHA256 Credential=${testKey.id},SignedHeaders=host;x-acs-date;${names},Signature=0`),
    text.map((names) => `SDK-HMAC-SHA256 Access=${testKey.id}, SignedHeaders=host;x-sdk-date;${names}, Signature=0`),
  )
  const dates = { date, 'x-acs-date': '2026-11-21T21:26:31Z', 'x-sdk-date': '20261121T212631Z' }
  const headers = fc.tuple(fc.dictionary(text, text), authorization).map(([others, value]) => ({
    ...others,
    ...dates,
    authorization: value,
  }))
  const profile = toProfile('fc-signature', 'acs3-hmac-sha256', 'sdk-hmac-sha256', 'auth-token')
  const options = toOptions('fc-signature', { profile, explain: true })
  const kinds = new Set<string>()
  fc.assert(
    fc.property(headers, text, text, fc.option(fc.uint8Array(), { nil: undefined }), (sent, path, query, body) => {
      const result = authenticate(toRequest({ path, query, headers: sent, body }), options)
      kinds.add(result.kind === 'refused' ? result.code : result.kind)
    }),
    { seed: 7, numRuns: 200 },
  )
  expect([...kinds]).toEqual(expect.arrayContaining(['missing', 'mismatch']))
  expect(kinds).not.toContain('passed')
})
