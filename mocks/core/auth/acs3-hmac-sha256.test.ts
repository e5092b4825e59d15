import { expect, test } from 'vitest'
import type { WireRequest } from '../wire.ts'
import { acs3HmacSha256, toStringToSign } from './acs3-hmac-sha256.ts'
import { authenticate } from './authenticate.ts'
import { toHex, toMac, toSha256Hex } from './digests.ts'
import { signAcs3, testNow, toOptions, toRequest } from './testing/requests.ts'

const empty = toSha256Hex('')
const date = new Date(testNow).toISOString().replace('.000', '')

test('the example in the signature documentation of Alibaba has the documented result', () => {
  const request = toRequest({
    method: 'POST',
    query: 'ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai',
    headers: {
      host: 'ecs.cn-shanghai.aliyuncs.com',
      'x-acs-action': 'RunInstances',
      'x-acs-content-sha256': empty,
      'x-acs-date': '2023-10-26T10:22:32Z',
      'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
      'x-acs-version': '2014-05-26',
    },
  })
  const stringToSign = toStringToSign(request, Object.keys(request.headers))
  expect(stringToSign).toBe('ACS3-HMAC-SHA256\n7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259')
  expect(toHex(toMac('YourAccessKeySecret', stringToSign))).toBe(
    '06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  )
})

test('the canonical request has encoded and sorted parts', () => {
  const request = toRequest({
    method: 'PUT',
    path: '/2021-04-06/services/a%20b*/functions/urn:x%2Fy',
    query: 'b=2&a=*&a=%27&c',
    headers: { host: 'h:1', 'content-type': 'application/json; charset=utf-8', 'x-acs-date': date, accept: ' a  b ' },
    body: Uint8Array.of(0, 255, 128),
  })
  const claim = { keyId: '', signature: '', signedHeaders: ['x-acs-date', 'host', 'content-type', 'accept'] }
  const { canonicalRequest, stringToSign } = acs3HmacSha256.toSigning(request, claim)
  expect(canonicalRequest).toBe(
    [
      'PUT',
      '/2021-04-06/services/a%20b%2A/functions/urn%3Ax%2Fy',
      'a=%27&a=%2A&b=2&c=',
      'accept:a  b',
      'content-type:application/json; charset=utf-8',
      'host:h:1',
      `x-acs-date:${date}`,
      '',
      'accept;content-type;host;x-acs-date',
      toSha256Hex(Uint8Array.of(0, 255, 128)),
    ].join('\n'),
  )
  expect(stringToSign).toBe(`ACS3-HMAC-SHA256\n${toSha256Hex(canonicalRequest)}`)
})

const base = toRequest({
  method: 'POST',
  path: '/2021-04-06/services',
  headers: { host: 'mock.test', 'x-acs-date': date, 'x-acs-version': '2021-04-06' },
  body: new TextEncoder().encode('{}'),
})
const names = ['host', 'x-acs-date', 'x-acs-version']

function judge(request: WireRequest, signedHeaders: readonly string[]) {
  const signed = signAcs3(
    request,
    signedHeaders,
    toStringToSign(
      request,
      signedHeaders.map((name) => name.toLowerCase()),
    ),
  )
  return authenticate(signed, toOptions('acs3-hmac-sha256'))
}

test('a signature of the required headers is accepted', () => {
  expect(judge(base, names)).toEqual({ kind: 'passed' })
})

test('header names may be in upper case and in any order', () => {
  expect(judge(base, ['X-Acs-Version', 'HOST', 'x-acs-date'])).toEqual({ kind: 'passed' })
})

test('unsigned headers may have any value', () => {
  const request = { ...base, headers: { ...base.headers, 'content-type': 'text/plain', 'x-fc-account-id': '1' } }
  expect(judge(request, names)).toEqual({ kind: 'passed' })
})

test.each(names)('a list without %s is rejected, even with a valid signature', (name) => {
  const rest = names.filter((other) => other !== name)
  expect(judge(base, rest)).toMatchObject({ code: 'missing', rule: `SignedHeaders must name ${name}` })
})

test.each(['x-missing', 'constructor', '__proto__'])('a list with %s, which was not sent, is rejected', (name) => {
  expect(judge(base, [...names, name])).toMatchObject({
    code: 'mismatch',
    rule: `SignedHeaders names ${name}, which was not sent`,
  })
})

test('an empty header can be signed', () => {
  const request = { ...base, headers: { ...base.headers, 'x-empty': '' } }
  expect(judge(request, [...names, 'x-empty'])).toEqual({ kind: 'passed' })
})

test('a header with another hash than the hash of the body is rejected, even with a valid signature', () => {
  const withHash = (hash: string) => ({ ...base, headers: { ...base.headers, 'x-acs-content-sha256': hash } })
  expect(judge(withHash(toSha256Hex('{}')), [...names, 'x-acs-content-sha256'])).toEqual({ kind: 'passed' })
  for (const hash of [empty, 'UNSIGNED-PAYLOAD', '']) {
    expect(judge(withHash(hash), [...names, 'x-acs-content-sha256'])).toMatchObject({
      code: 'mismatch',
      rule: expect.stringContaining('x-acs-content-sha256'),
    })
  }
})

test.each([
  { sent: '', code: 'undated' },
  { sent: '20261121T212631Z', code: 'missing' },
  { sent: `${date}, ${date}`, code: 'missing' },
])('a request with the date "$sent" is rejected as $code', ({ sent, code }) => {
  expect(judge({ ...base, headers: { ...base.headers, 'x-acs-date': sent } }, names)).toMatchObject({ code })
})

test('the same path and query in another encoding have the same signature', () => {
  const first = { ...base, path: '/a%20b/%7Ec:d', query: 'x=a+b&y=%2a' }
  const second = { ...base, path: '/a%20b/~c%3Ad', query: 'y=*&x=a%20b' }
  expect(toStringToSign(first, names)).toBe(toStringToSign(second, names))
  expect(toStringToSign({ ...first, path: '/a%20b%2F~c:d' }, names)).not.toBe(toStringToSign(second, names))
})
