import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { authenticate } from './authenticate.ts'
import { testKey, testNow, toOptions, toProfile, toRequest, withAuthorization } from './testing/requests.ts'

/** The vendor's own signing, in a package without types: a static method of its client. */
const vendor = createRequire(import.meta.url)('@alicloud/fc2') as {
  getSignature: (
    id: string,
    secret: string,
    method: string,
    path: string,
    headers: object,
    queries: Readonly<Record<string, string | readonly string[]>>,
  ) => string
}
const date = new Date(testNow).toUTCString()
const options = toOptions('fc-trigger-signature')

test('every signature of the npm client is accepted, and rejected if the query differs', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abzAZ09-_./ ü%&=+"\\{') })
  const query = fc.dictionary(text.filter(Boolean), fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })))
  fc.assert(
    fc.property(fc.constantFrom('GET', 'PATCH', 'OPTIONS'), text, query, (method, segment, queries) => {
      const decoded = `/2016-08-15/proxy/s/f/${segment}`
      const headers = { date, 'x-fc-account-id': '1' }
      const authorization = vendor.getSignature(testKey.id, testKey.secret, method, decoded, headers, queries)
      const pairs = Object.entries(queries).flatMap(([name, values]) =>
        [values].flat().map((value) => [name, value] as [string, string]),
      )
      const path = encodeURIComponent(decoded).replaceAll('%2F', '/')
      const sent = { method, path, query: new URLSearchParams(pairs).toString(), headers }
      const request = withAuthorization(toRequest(sent), authorization)
      expect(authenticate(request, options)).toEqual({ kind: 'passed' })
      const changed = { ...request, query: `${sent.query}&more=1` }
      expect(authenticate(changed, options)).toMatchObject({ kind: 'refused', code: 'mismatch' })
    }),
    { seed: 7, numRuns: 300 },
  )
})

test('a signature without the query is explained', () => {
  const path = '/2016-08-15/proxy/s/f/'
  const { authorization } = withAuthorization(
    toRequest({ headers: { date } }),
    vendor.getSignature(testKey.id, testKey.secret, 'GET', path, { date }, undefined as never),
  ).headers
  const request = toRequest({ path, query: 'b=2&a=1', headers: { date, authorization } })
  expect(authenticate(request, { ...options, explain: true })).toMatchObject({
    code: 'mismatch',
    explanation: {
      scheme: 'fc-trigger-signature',
      hint: 'the query was not signed; requests to HTTP triggers sign it',
      expectedStringToSign: `GET\n\n\n${date}\n${path}\na=1\nb=2`,
    },
  })
})

/** Published with the vendor's SDK for Go: the results of signURL for the key `akSec`. */
const published = [
  {
    securityToken: 'stsToken',
    query:
      'x-fc-access-key-id=akid&x-fc-expires=1583339600&x-fc-security-token=stsToken&x-fc-signature=Yi0jCBQ6cTZc%2BtN8wtYUz9FbYNijx5jDiE3sVNW6XwA%3D',
  },
  {
    securityToken: undefined,
    query:
      'x-fc-access-key-id=akid&x-fc-expires=1583339600&x-fc-signature=6Rc4KxEAv3%2BlHpbNQWceIUqWVWq3ewxhadlJBRzZ0XQ%3D',
  },
]
const path = '/2016-08-15/proxy/service/func/'

const toUrlOptions = (now: number, securityToken?: string, accountId?: string) => ({
  ...toOptions('fc-signed-url'),
  credentials: [{ id: 'akid', secret: 'akSec', securityToken, accountId }],
  now,
})
const end = 1_583_339_600_000

test.each(published)('the published signed URL with the token $securityToken is valid until its end', (given) => {
  const { query, securityToken } = given
  const request = toRequest({ path, query })
  expect(authenticate(request, toUrlOptions(end, securityToken, 'a'))).toEqual({ kind: 'passed', accountId: 'a' })
  expect(authenticate(request, toUrlOptions(end + 1, securityToken))).toMatchObject({ code: 'skewed' })
})

test.each<[what: string, change: (query: string) => string, code: string]>([
  ['another path', (query) => query, 'mismatch'],
  ['an additional parameter', (query) => `${query}&a=b`, 'mismatch'],
  ['a later end', (query) => query.replace('9600', '9601'), 'mismatch'],
  ['an unknown key', (query) => query.replace('akid', 'other'), 'unknownKey'],
  ['no end', (query) => query.replace(/x-fc-expires=\d+/, ''), 'missing'],
  ['an end that is no number', (query) => query.replace('1583339600', 'later'), 'missing'],
])('a signed URL with %s is rejected', (what, change, code) => {
  const sent = toRequest({
    path: what === 'another path' ? `${path}other` : path,
    query: change(published[1]?.query ?? ''),
  })
  expect(authenticate(sent, toUrlOptions(end))).toMatchObject({ kind: 'refused', code })
})

test('a signed URL without the token of its temporary key is rejected', () => {
  const request = toRequest({ path, query: published[1]?.query ?? '' })
  expect(authenticate(request, toUrlOptions(end, 'stsToken'))).toMatchObject({ code: 'missing' })
})

test('a signed URL must not name another account', () => {
  const profile = { ...toProfile('fc-signed-url'), accounts: [{ in: 'path', pattern: /proxy\/(\w+)/ } as const] }
  const plain = toRequest({ path, query: published[1]?.query ?? '' })
  expect(authenticate(plain, { ...toUrlOptions(end, undefined, 'a'), profile })).toMatchObject({ code: 'forbidden' })
})

test('other schemes ignore signatures in the query', () => {
  const request = toRequest({ path, query: published[1]?.query ?? '' })
  expect(authenticate(request, { ...toUrlOptions(end), profile: toProfile('fc-signature') })).toMatchObject({
    code: 'missing',
  })
})

test('if only the presence of credentials is checked, the end must be a number', () => {
  const present = { ...toUrlOptions(end), mode: 'present' as const, credentials: [] }
  const query = 'x-fc-access-key-id=any&x-fc-signature=any&x-fc-expires='
  expect(authenticate(toRequest({ path, query: `${query}1` }), present)).toEqual({ kind: 'passed' })
  expect(authenticate(toRequest({ path, query }), present)).toMatchObject({ code: 'missing' })
})
