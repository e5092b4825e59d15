import { expect, test } from 'vitest'
import type { WireRequest } from '../wire.ts'
import { toStringToSign as toAcs3String } from './acs3-hmac-sha256.ts'
import { authenticate } from './authenticate.ts'
import { toStringToSign as toFcString } from './fc-signature.ts'
import { toStringToSign } from './sdk-hmac-sha256.ts'
import { signAcs3, signFc, signSdk, testKey, testNow, toOptions, toRequest } from './testing/requests.ts'

const names = ['host', 'x-sdk-date']
const sound = toRequest({
  path: '/accounts/own/x',
  headers: { host: 'h', 'x-sdk-date': '20261121T212631Z', 'x-account': 'own' },
})
const credentials = [{ ...testKey, accountId: 'own' }]
const sign = (request: WireRequest, signed = names, stringToSign = toStringToSign(request, signed)) =>
  signSdk(request, signed, stringToSign)
const judge = (request: WireRequest, options = {}) =>
  authenticate(request, toOptions('sdk-hmac-sha256', { credentials, ...options }))

test('a valid request is accepted, with its account', () => {
  expect(judge(sign(sound))).toEqual({ kind: 'passed', accountId: 'own' })
})

/** Each request has its own fault and all that come after it: the first must be the response. */
const foreign = { ...sound, headers: { ...sound.headers, 'x-account': 'other' } }
const temporary = [{ ...testKey, accountId: 'own', securityToken: 'token' }]
const late = { now: testNow + 3_600_000 }
const undated = { ...foreign, headers: { ...foreign.headers, 'x-sdk-date': undefined } }

test.each([
  {
    code: 'missing',
    rule: 'must name host',
    request: sign(undated, ['x-sdk-date'], ''),
    options: { ...late, credentials: [] },
  },
  { code: 'undated', rule: 'x-sdk-date', request: sign(undated, names, ''), options: { ...late, credentials: [] } },
  { code: 'unknownKey', rule: 'key id', request: sign(foreign, names, ''), options: { ...late, credentials: [] } },
  {
    code: 'skewed',
    rule: 'the date of the request is 2026-11-21T21:26:31.000Z',
    request: sign(foreign, names, ''),
    options: { ...late, credentials: temporary },
  },
  { code: 'mismatch', rule: 'signature', request: sign(foreign, names, ''), options: { credentials: temporary } },
  { code: 'missing', rule: 'x-security-token', request: sign(foreign), options: { credentials: temporary } },
  { code: 'forbidden', rule: 'x-account', request: sign(foreign), options: {} },
])('$code ($rule) precedes the later checks', ({ code, rule, request, options }) => {
  expect(judge(request, options)).toMatchObject({ kind: 'refused', code, rule: expect.stringContaining(rule) })
})

test('the account in the path is checked like the one in a header', () => {
  const request = { ...sound, path: '/accounts/other/x' }
  expect(judge(sign(request))).toMatchObject({ code: 'forbidden', rule: expect.stringContaining('the path') })
})

test('a body that the adapter did not keep is left to the stage that checks its size', () => {
  const signed = sign({ ...sound, body: new TextEncoder().encode('large') })
  const cut = { ...signed, body: undefined, tooLarge: true }
  expect(judge(cut)).toEqual({ kind: 'passed', accountId: 'own' })
  expect(judge(cut, { credentials: [] })).toMatchObject({ code: 'unknownKey' })
  expect(judge({ ...cut, tooLarge: false })).toMatchObject({ code: 'mismatch' })
})

test('the same applies to ACS3; the FC signature does not cover the body and is verified', () => {
  const cut = { body: undefined, tooLarge: true }
  const acs3 = toRequest({ headers: { host: 'h', 'x-acs-date': '2026-11-21T21:26:31Z' }, body: Uint8Array.of(1) })
  const acs3Names = ['host', 'x-acs-date']
  const signed = signAcs3(acs3, acs3Names, toAcs3String(acs3, acs3Names))
  expect(authenticate({ ...signed, ...cut }, toOptions('acs3-hmac-sha256'))).toEqual({ kind: 'passed' })

  const fc = toRequest({ headers: { date: new Date(testNow).toUTCString() } })
  expect(authenticate({ ...signFc(fc, toFcString(fc)), ...cut }, toOptions('fc-signature'))).toEqual({ kind: 'passed' })
  expect(authenticate({ ...signFc(fc, ''), ...cut }, toOptions('fc-signature'))).toMatchObject({ code: 'mismatch' })
})
