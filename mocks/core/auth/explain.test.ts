import { expect, test } from 'vitest'
import { toBase64 } from '../../../schemas/core/lib/base64.ts'
import type { WireRequest } from '../wire.ts'
import { acs3HmacSha256 } from './acs3-hmac-sha256.ts'
import { authenticate } from './authenticate.ts'
import { toHex, toMac, toSha256Hex } from './digests.ts'
import { toStringToSign as toFcString } from './fc-signature.ts'
import type { SchemeName } from './result.ts'
import type { Explanation } from './result.ts'
import { sdkHmacSha256 } from './sdk-hmac-sha256.ts'
import {
  signAcs3,
  signFc,
  signSdk,
  testKey,
  testNow,
  toOptions,
  toRequest,
  withAuthorization,
} from './testing/requests.ts'

const date = new Date(testNow).toUTCString()

function explanationOf(scheme: SchemeName, request: WireRequest): Explanation | undefined {
  const result = authenticate(request, toOptions(scheme, { explain: true }))
  expect(result).toMatchObject({ kind: 'refused', code: 'mismatch' })
  return result.kind === 'refused' ? result.explanation : undefined
}

const fcRequest = toRequest({
  method: 'PUT',
  path: '/2016-08-15/services/a%20b',
  query: 'limit=2&a=1',
  headers: {
    date,
    'content-type': 'application/json; charset=utf-8',
    'content-md5': 'm',
    'x-fc-account-id': '',
    'x-fc-b': '1',
  },
})
const fcLines = toFcString(fcRequest)

test.each([
  { hint: 'Content-Type was signed as ""', stringToSign: fcLines.replace('application/json; charset=utf-8', '') },
  { hint: 'Content-Type was signed as "application/json"', stringToSign: fcLines.replace('; charset=utf-8', '') },
  { hint: 'Content-MD5 was sent, but signed as an empty line', stringToSign: fcLines.replace('\nm\n', '\n\n') },
  { hint: 'the path was signed as sent', stringToSign: fcLines.replace('a b', 'a%20b') },
  { hint: 'without its first segment', stringToSign: fcLines.replace('/2016-08-15', '') },
  { hint: 'with a slash at its end', stringToSign: `${fcLines}/` },
  { hint: 'the query was signed; only', stringToSign: `${fcLines}?limit=2&a=1` },
  { hint: 'a line for each parameter', stringToSign: `${fcLines}\na=1\nlimit=2` },
  { hint: 'empty x-fc- headers were omitted', stringToSign: fcLines.replace('x-fc-account-id:\n', '') },
  { hint: 'the x-fc- headers were not signed', stringToSign: fcLines.replace('x-fc-account-id:\nx-fc-b:1\n', '') },
  { hint: 'the date line was empty', stringToSign: fcLines.replace(date, '') },
  { hint: 'the method was signed in lower case', stringToSign: fcLines.replace('PUT', 'put') },
  {
    hint: 'Content-MD5 was sent, but signed as an empty line; the path was signed as sent, percent-encoded',
    stringToSign: fcLines.replace('\nm\n', '\n\n').replace('a b', 'a%20b'),
  },
])('FC: $hint', ({ hint, stringToSign }) => {
  expect(explanationOf('fc-signature', signFc(fcRequest, stringToSign))).toEqual({
    scheme: 'fc-signature',
    receivedSignature: toBase64(toMac(testKey.secret, stringToSign)),
    signedHeaders: ['x-fc-account-id', 'x-fc-b'],
    expectedStringToSign: fcLines,
    hint: expect.stringContaining(hint),
    receivedStringToSign: stringToSign,
  })
})

test.each([
  { hint: 'x-fc-date was omitted', change: (text: string) => text.replace(`x-fc-date:${date}\n`, '') },
  { hint: 'another date was signed', change: (text: string) => text.replace(date, 'Sat, 21 Nov 2026 20:00:00 GMT') },
])('FC with x-fc-date: $hint', ({ hint, change }) => {
  const headers = { date: 'Sat, 21 Nov 2026 20:00:00 GMT', 'x-fc-date': date }
  const request = toRequest({ path: '/p', headers })
  const explanation = explanationOf('fc-signature', signFc(request, change(toFcString(request))))
  expect(explanation?.hint).toContain(hint)
})

test('FC: the path was sent with a slash at its end and signed without it', () => {
  const request = toRequest({ path: '/p/', headers: { date } })
  const explanation = explanationOf('fc-signature', signFc(request, toFcString({ ...request, path: '/p' })))
  expect(explanation?.hint).toBe('the path was signed without the slash at its end')
})

const body = new TextEncoder().encode('{}')
const acsRequest = toRequest({
  method: 'POST',
  path: '/2021-04-06/services/a:b',
  query: 'b=x*&a=1',
  headers: { host: 'h:4010', 'x-acs-date': '2026-11-21T21:26:31Z', 'content-type': 'application/json; charset=utf-8' },
  body,
})
const acsNames = ['content-type', 'host', 'x-acs-date']
const acsClaim = { keyId: '', signature: '', signedHeaders: acsNames }
const acsCanonical = acs3HmacSha256.toSigning(acsRequest, acsClaim).canonicalRequest ?? ''

test.each([
  { hint: 'host was signed without its port', canonical: acsCanonical.replace('h:4010', 'h') },
  { hint: 'content-type was signed as "application/json" and', canonical: acsCanonical.replace('; charset=utf-8', '') },
  { hint: 'content-type was signed as "" and', canonical: acsCanonical.replace('application/json; charset=utf-8', '') },
  { hint: 'the path was signed with a slash at its end', canonical: acsCanonical.replace('a%3Ab', 'a%3Ab/') },
  { hint: 'the path was signed as sent', canonical: acsCanonical.replace('a%3Ab', 'a:b') },
  {
    hint: 'the body was signed as if it were empty',
    canonical: acsCanonical.replace(toSha256Hex(body), toSha256Hex('')),
  },
  { hint: 'UNSIGNED-PAYLOAD is rejected', canonical: acsCanonical.replace(toSha256Hex(body), 'UNSIGNED-PAYLOAD') },
  { hint: 'the query was signed as sent', canonical: acsCanonical.replace('a=1&b=x%2A', 'b=x*&a=1') },
  { hint: 'the query was signed unsorted', canonical: acsCanonical.replace('a=1&b=x%2A', 'b=x%2A&a=1') },
  { hint: 'the query was not signed', canonical: acsCanonical.replace('a=1&b=x%2A', '') },
  {
    hint: 'host was signed without its port; the query was not signed',
    canonical: acsCanonical.replace('h:4010', 'h').replace('a=1&b=x%2A', ''),
  },
])('ACS3: $hint', ({ hint, canonical }) => {
  const stringToSign = `ACS3-HMAC-SHA256\n${toSha256Hex(canonical)}`
  expect(explanationOf('acs3-hmac-sha256', signAcs3(acsRequest, acsNames, stringToSign))).toEqual({
    scheme: 'acs3-hmac-sha256',
    receivedSignature: toHex(toMac(testKey.secret, stringToSign)),
    signedHeaders: acsNames,
    expectedStringToSign: `ACS3-HMAC-SHA256\n${toSha256Hex(acsCanonical)}`,
    canonicalRequest: acsCanonical,
    hint: expect.stringContaining(hint),
    receivedStringToSign: stringToSign,
    receivedCanonicalRequest: canonical,
  })
})

test('ACS3: the headers were signed unsorted', () => {
  const names = ['x-acs-date', 'host', 'content-type']
  const headers = names.map((name) => `${name}:${acsRequest.headers[name]}\n`).join('')
  const canonical = [
    'POST',
    '/2021-04-06/services/a%3Ab',
    'a=1&b=x%2A',
    headers,
    names.join(';'),
    toSha256Hex(body),
  ].join('\n')
  const request = signAcs3(acsRequest, names, `ACS3-HMAC-SHA256\n${toSha256Hex(canonical)}`)
  expect(explanationOf('acs3-hmac-sha256', request)?.hint).toBe('the signed headers were not sorted by name')
})

test('ACS3: a changed body and a wrong secret are distinguished', () => {
  const names = [...acsNames, 'x-acs-content-sha256']
  const request = { ...acsRequest, headers: { ...acsRequest.headers, 'x-acs-content-sha256': toSha256Hex(body) } }
  const { stringToSign } = acs3HmacSha256.toSigning(request, { ...acsClaim, signedHeaders: names })
  const signed = { ...signAcs3(request, names, stringToSign), body: new TextEncoder().encode('{"a":1}') }
  expect(explanationOf('acs3-hmac-sha256', signed)?.hint).toContain('but another body was received')
})

const sdkRequest = toRequest({
  method: 'PUT',
  path: '/v2/p/urn:a/config',
  headers: { host: 'h:4010', 'x-sdk-date': '20261121T212631Z' },
  body,
})
const sdkNames = ['host', 'x-sdk-date']
const sdkCanonical =
  sdkHmacSha256.toSigning(sdkRequest, { ...acsClaim, signedHeaders: sdkNames }).canonicalRequest ?? ''

test.each([
  { hint: 'the path was signed without a slash at its end', canonical: sdkCanonical.replace('config/', 'config') },
  { hint: 'the path was signed as sent', canonical: sdkCanonical.replace('urn%3Aa', 'urn:a') },
  {
    hint: 'the path was signed as sent, not percent-encoded again; the path was signed without a slash at its end',
    canonical: sdkCanonical.replace('urn%3Aa/config/', 'urn:a/config'),
  },
  { hint: 'host was signed without its port', canonical: sdkCanonical.replace('h:4010', 'h') },
])('SDK: $hint', ({ hint, canonical }) => {
  const stringToSign = `SDK-HMAC-SHA256\n20261121T212631Z\n${toSha256Hex(canonical)}`
  const explanation = explanationOf('sdk-hmac-sha256', signSdk(sdkRequest, sdkNames, stringToSign))
  expect(explanation).toMatchObject({ hint: expect.stringContaining(hint), receivedStringToSign: stringToSign })
})

test('a signature in the wrong encoding is explained', () => {
  const hex = toHex(toMac(testKey.secret, fcLines))
  const inHex = explanationOf('fc-signature', withAuthorization(fcRequest, `FC ${testKey.id}:${hex}`))
  expect(inHex?.hint).toBe('the signature is in hex; it must be in base64')
  const mistake = toHex(toMac(testKey.secret, fcLines.replace('PUT', 'put')))
  const both = explanationOf('fc-signature', withAuthorization(fcRequest, `FC ${testKey.id}:${mistake}`))
  expect(both?.hint).toContain('lower case; the signature is in hex')
})

test('without a known mistake there is neither a hint nor a received string to sign', () => {
  const explanation = explanationOf('fc-signature', signFc(fcRequest, 'something else'))
  expect(Object.keys(explanation ?? {})).toEqual([
    'scheme',
    'receivedSignature',
    'signedHeaders',
    'expectedStringToSign',
  ])
})

test('only wrong signatures are explained, and only if explanations are enabled', () => {
  const request = signFc(fcRequest, 'something else')
  expect(authenticate(request, toOptions('fc-signature'))).not.toHaveProperty('explanation')
  for (const options of [{ credentials: [] }, { now: 0 }]) {
    expect(authenticate(request, toOptions('fc-signature', { explain: true, ...options }))).not.toHaveProperty(
      'explanation',
    )
  }
})

test('an explanation contains neither the secret, nor the correct signature, nor a security token', () => {
  const headers = {
    ...acsRequest.headers,
    'x-acs-security-token': 'the-token\u00e2\u0080\u00a8its-second-line',
    'x-auth-token': 'the-user-token',
    'x-note': `my secret is ${testKey.secret}`,
  }
  const request = { ...acsRequest, headers, path: `/${testKey.secret}` }
  const names = Object.keys(headers)
  const { stringToSign = '', canonicalRequest = '' } = acs3HmacSha256.toSigning(request, {
    ...acsClaim,
    signedHeaders: names,
  })
  expect(canonicalRequest).toContain('its-second-line')
  const wrong = `ACS3-HMAC-SHA256\n${toSha256Hex(canonicalRequest.replace('h:4010', 'h'))}`
  const explanation = explanationOf('acs3-hmac-sha256', signAcs3(request, names, wrong))
  const text = JSON.stringify(explanation)
  expect(explanation?.hint).toBe('host was signed without its port')
  for (const hidden of [
    'the-token',
    'second-line',
    'the-user-token',
    testKey.secret,
    toHex(toMac(testKey.secret, stringToSign)),
  ]) {
    expect(text).not.toContain(hidden)
  }
  expect(explanation?.canonicalRequest).toContain('\nx-acs-security-token:REDACTED\n')
  expect(explanation?.canonicalRequest).toContain('\nx-note:my secret is REDACTED\n')
})

test.each(['test', testKey.secret])('a secret that was sent as the signature is not returned (%s)', (secret) => {
  const request = withAuthorization(fcRequest, `FC ${testKey.id}:${secret}`)
  const result = authenticate(
    request,
    toOptions('fc-signature', { explain: true, credentials: [{ ...testKey, secret }] }),
  )
  expect(result).toMatchObject({ code: 'mismatch', explanation: { receivedSignature: 'REDACTED' } })
})

test('a short secret is not replaced inside other words', () => {
  const request = signFc({ ...fcRequest, path: '/services/testing' }, 'something else')
  const credentials = [{ ...testKey, secret: 'test' }]
  const result = authenticate(request, toOptions('fc-signature', { explain: true, credentials }))
  expect(result).toMatchObject({ explanation: { expectedStringToSign: expect.stringContaining('/services/testing') } })
})
