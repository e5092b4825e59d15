import { expect, test } from 'vitest'
import type { WireRequest } from '../wire.ts'
import { authenticate } from './authenticate.ts'
import { toSha256Hex } from './digests.ts'
import { sdkHmacSha256, toStringToSign } from './sdk-hmac-sha256.ts'
import { signSdk, testKey, testNow, toOptions, toRequest } from './testing/requests.ts'

const date = new Date(testNow).toISOString().replace(/[-:]|\.000/g, '')

test('the example in the signature guide of Huawei has the documented result', () => {
  const request = toRequest({
    path: '/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs',
    query: 'limit=2&marker=13551d6b-755d-4757-b956-536f674975c0',
    headers: {
      'content-type': 'application/json',
      host: 'service.region.example.com',
      'x-sdk-date': '20191115T033655Z',
    },
  })
  expect(toStringToSign(request, ['content-type', 'host', 'x-sdk-date'])).toBe(
    'SDK-HMAC-SHA256\n20191115T033655Z\nb25362e603ee30f4f25e7858e8a7160fd36e803bb2dfe206278659d71a9bcd7a',
  )
})

const base = toRequest({
  method: 'PUT',
  path: '/v2/p/fgs/functions/urn:fss:r:p:function:default:f/config',
  headers: { host: 'mock.test:4010', 'x-sdk-date': date, 'content-type': 'application/json' },
  body: new TextEncoder().encode('{}'),
})
const names = ['content-type', 'host', 'x-sdk-date']

function judge(request: WireRequest, signedHeaders: readonly string[] = names) {
  return authenticate(
    signSdk(request, signedHeaders, toStringToSign(request, signedHeaders)),
    toOptions('sdk-hmac-sha256'),
  )
}

test('the canonical path has encoded colons and ends with a slash', () => {
  const claim = { keyId: '', signature: '', signedHeaders: names }
  expect(sdkHmacSha256.toSigning(base, claim).canonicalRequest).toBe(
    [
      'PUT',
      '/v2/p/fgs/functions/urn%3Afss%3Ar%3Ap%3Afunction%3Adefault%3Af/config/',
      '',
      'content-type:application/json',
      'host:mock.test:4010',
      `x-sdk-date:${date}`,
      '',
      'content-type;host;x-sdk-date',
      toSha256Hex('{}'),
    ].join('\n'),
  )
})

test('a path has the same signature with unencoded colons, with encoded colons and with a slash at its end', () => {
  const encoded = base.path.replaceAll(':', '%3A')
  for (const path of [encoded, encoded.toLowerCase().replace('fss%3ar', 'fss%3Ar'), `${base.path}/`]) {
    expect(toStringToSign({ ...base, path }, names)).toBe(toStringToSign(base, names))
  }
  expect(toStringToSign({ ...base, path: '/' }, names)).not.toBe(toStringToSign(base, names))
})

test('a valid signature is accepted', () => {
  expect(judge(base)).toEqual({ kind: 'passed' })
})

test.each(['host', 'x-sdk-date'])('a list without %s is rejected, even with a valid signature', (name) => {
  const rest = names.filter((other) => other !== name)
  expect(judge(base, rest)).toMatchObject({ code: 'missing', rule: `SignedHeaders must name ${name}` })
})

test('a security token must be signed', () => {
  const temporary = { ...testKey, securityToken: 'token' }
  const request = { ...base, headers: { ...base.headers, 'x-security-token': 'token' } }
  const options = toOptions('sdk-hmac-sha256', { credentials: [temporary] })
  const sign = (signed: readonly string[]) => signSdk(request, signed, toStringToSign(request, signed))
  expect(authenticate(sign(names), options)).toMatchObject({ code: 'missing' })
  expect(authenticate(sign([...names, 'x-security-token']), options)).toEqual({ kind: 'passed' })
})

test('a temporary key needs its token, and an empty token counts as absent', () => {
  const options = toOptions('sdk-hmac-sha256', { credentials: [{ ...testKey, securityToken: 'token' }] })
  for (const headers of [base.headers, { ...base.headers, 'x-security-token': '' }]) {
    const request = { ...base, headers }
    expect(authenticate(signSdk(request, names, toStringToSign(request, names)), options)).toMatchObject({
      code: 'missing',
      rule: expect.stringContaining('x-security-token must be present'),
    })
  }
})

test('UNSIGNED-PAYLOAD is rejected', () => {
  const request = { ...base, headers: { ...base.headers, 'x-sdk-content-sha256': 'UNSIGNED-PAYLOAD' } }
  expect(judge(request, [...names, 'x-sdk-content-sha256'])).toMatchObject({
    code: 'mismatch',
    rule: expect.stringContaining('x-sdk-content-sha256'),
  })
})

test.each([
  { sent: '', code: 'undated' },
  { sent: '2026-11-21T21:26:31Z', code: 'missing' },
])('a request with the date "$sent" is rejected as $code', ({ sent, code }) => {
  expect(judge({ ...base, headers: { ...base.headers, 'x-sdk-date': sent } })).toMatchObject({ code })
})
