import { describe, expect, test } from 'vitest'
import { authProfile as fc2016 } from '../../aliyun-fc-2016-08-15/auth.ts'
import { authProfile as fc2021 } from '../../aliyun-fc-2021-04-06/auth.ts'
import { authProfile as functionGraph } from '../../huawei-functiongraph-v2/auth.ts'
import type { WireRequest } from '../wire.ts'
import { authenticate } from './authenticate.ts'
import type { AuthProfile } from './profile.ts'
import type { AuthResult } from './result.ts'
import type { AuthOptions } from './profile.ts'
import { recordedRequests } from './testing/recorded.ts'
import type { RecordedRequest } from './testing/recorded-request.ts'
import { toBytes } from './testing/recorded-request.ts'

/** The codes stand here once more, so that a profile that mixes them up is seen. */
const apis: Readonly<Record<string, { profile: AuthProfile; codes: AuthProfile['codes']; signsAll: boolean }>> = {
  'aliyun-fc-2016-08-15': {
    profile: fc2016,
    signsAll: false,
    codes: {
      missing: 'AccessDenied',
      undated: 'MissingRequiredHeader',
      unknownKey: 'InvalidAccessKeyId',
      mismatch: 'SignatureNotMatch',
      skewed: 'RequestTimeTooSkewed',
      forbidden: 'AccessDenied',
    },
  },
  'aliyun-fc-2021-04-06': {
    profile: fc2021,
    signsAll: true,
    codes: {
      missing: 'AccessDenied',
      undated: 'AccessDenied',
      unknownKey: 'InvalidAccessKeyId',
      mismatch: 'SignatureNotMatch',
      skewed: 'RequestTimeTooSkewed',
      forbidden: 'AccessDenied',
    },
  },
  'huawei-functiongraph-v2': {
    profile: functionGraph,
    signsAll: true,
    codes: {
      missing: 'FSS.0401',
      undated: 'FSS.0401',
      unknownKey: 'FSS.0401',
      mismatch: 'FSS.0401',
      skewed: 'FSS.0401',
      forbidden: 'FSS.0403',
    },
  },
}

const minute = 60 * 1000

describe.each(recordedRequests)('$client $call', (recorded) => {
  const { profile, codes, signsAll } = apis[recorded.api] ?? expect.fail(`no profile for ${recorded.api}`)
  const judge = (request: Partial<WireRequest>, options: Partial<AuthOptions> = {}): AuthResult =>
    authenticate(
      { ...recorded.request, ...request },
      { mode: 'verify', profile, credentials: [recorded.credential], now: Date.parse(recorded.sentAt), ...options },
    )
  const judgeHeader = (name: string, value: string | undefined) =>
    judge({ headers: { ...recorded.request.headers, [name]: value } })

  test('is accepted as it was sent', () => {
    expect(judge({})).toEqual({ kind: 'passed' })
  })

  test.each([-15 * minute, 15 * minute])('is accepted with a clock that differs by %i ms', (byMs) => {
    expect(judge({}, { now: Date.parse(recorded.sentAt) + byMs })).toEqual({ kind: 'passed' })
  })

  test.each([-15 * minute - 1, 15 * minute + 1])('is rejected with a clock that differs by %i ms', (byMs) => {
    expect(judge({}, { now: Date.parse(recorded.sentAt) + byMs })).toMatchObject({
      kind: 'refused',
      code: codes.skewed,
      rule: expect.stringContaining('but the time is'),
    })
  })

  test.each(toSignedNames(recorded))('is rejected if its signed header %s has another value', (name) => {
    const value = recorded.request.headers[name]
    expect(judgeHeader(name, toOther(name, value))).toMatchObject({ kind: 'refused', code: codes.mismatch })
  })

  test.each(toSignedNames(recorded).filter((name) => name !== 'host'))(
    'is rejected without its signed header %s',
    (name) => {
      const isDate = ['date', 'x-acs-date', 'x-sdk-date'].includes(name)
      const result = judgeHeader(name, undefined)
      expect(result).toMatchObject({ kind: 'refused', code: isDate ? codes.undated : codes.mismatch })
      if (signsAll || isDate) expect(result).toMatchObject({ rule: expect.stringContaining(name) })
    },
  )

  test('is rejected with another method', () => {
    expect(judge({ method: 'PATCH' })).toMatchObject({ kind: 'refused', code: codes.mismatch })
  })

  test.each([
    { what: 'a longer path', path: `${recorded.request.path}x` },
    { what: 'another letter in the path', path: recorded.request.path.replace('20', '30').replace('/fgs', '/fgt') },
  ])('is rejected with $what', ({ path }) => {
    expect(judge({ path })).toMatchObject({ kind: 'refused', code: codes.mismatch })
  })

  test.each([
    { what: 'one parameter more', query: [recorded.request.query, 'limit=6'].filter(Boolean).join('&') },
    { what: 'a name without a value', query: [recorded.request.query, 'force'].filter(Boolean).join('&') },
  ])('is rejected with $what, if the query is signed', ({ query }) => {
    expect(judge({ query })).toMatchObject(signsAll ? { kind: 'refused', code: codes.mismatch } : { kind: 'passed' })
  })

  test.each([
    { what: 'with another body', body: toBytes('{"description":"tampered"}') },
    { what: 'with a body of one space', body: toBytes(' ') },
  ])('is rejected $what, if the body is signed', ({ body }) => {
    expect(judge({ body })).toMatchObject(signsAll ? { kind: 'refused', code: codes.mismatch } : { kind: 'passed' })
  })

  test('is rejected if the mock has another secret', () => {
    const credentials = [{ ...recorded.credential, secret: 'other-secret' }]
    expect(judge({}, { credentials })).toMatchObject({ kind: 'refused', code: codes.mismatch })
  })

  test.each([
    { what: 'no keys', credentials: [] },
    { what: 'other keys', credentials: [{ id: 'other', secret: recorded.credential.secret }] },
    { what: 'no list of keys', credentials: undefined },
  ])('is rejected if the mock has $what', ({ credentials }) => {
    expect(judge({}, { credentials })).toMatchObject({ kind: 'refused', code: codes.unknownKey })
  })

  test('is rejected if its temporary key has another token', () => {
    const credentials = [{ ...recorded.credential, securityToken: 'another' }]
    expect(judge({}, { credentials })).toMatchObject({
      kind: 'refused',
      code: codes.missing,
      rule: expect.stringContaining('security-token'),
    })
  })

  test('is rejected if it has a token and its key has none', () => {
    const { securityToken, ...permanent } = recorded.credential
    const credentials = [permanent]
    expect(judge({}, { credentials })).toMatchObject(
      securityToken === undefined ? { kind: 'passed' } : { kind: 'refused', code: codes.missing },
    )
  })

  test('is rejected without its credentials', () => {
    expect(judgeHeader('authorization', undefined)).toMatchObject({ kind: 'refused', code: codes.missing })
  })

  test('is rejected if one letter of the signature differs', () => {
    const { authorization = '' } = recorded.request.headers
    const last = authorization.at(-2) === '0' ? '1' : '0'
    const changed = authorization.slice(0, -2) + last + authorization.at(-1)
    expect(judgeHeader('authorization', changed)).toMatchObject({ kind: 'refused', code: codes.mismatch })
  })

  test('is rejected if the key belongs to another account', () => {
    const named = recorded.request.headers['x-fc-account-id'] ?? recorded.request.headers['x-project-id']
    const credentials = [{ ...recorded.credential, accountId: 'somebody-else' }]
    expect(judge({}, { credentials })).toMatchObject(
      named === undefined
        ? { kind: 'passed', accountId: 'somebody-else' }
        : { kind: 'refused', code: codes.forbidden, rule: expect.stringContaining('another account') },
    )
    const own = [{ ...recorded.credential, accountId: named ?? 'own' }]
    expect(judge({}, { credentials: own })).toEqual({ kind: 'passed', accountId: named ?? 'own' })
  })
})

test('the recordings cover two SDKs of each scheme, bodies and queries, permanent and temporary keys', () => {
  for (const api of Object.keys(apis)) {
    const own = recordedRequests.filter((recorded) => recorded.api === api)
    expect(new Set(own.map(({ client }) => client)).size).toBe(2)
    expect(own.some(({ request }) => request.body !== undefined)).toBe(true)
    expect(own.some(({ request }) => request.query !== '')).toBe(true)
    expect(own.some(({ credential }) => credential.securityToken !== undefined)).toBe(true)
  }
})

/** The headers that the signature covers, read from the request itself. */
function toSignedNames({ request: { headers } }: RecordedRequest): string[] {
  const listed = /SignedHeaders=([^,]*)/.exec(headers.authorization ?? '')?.[1]
  if (listed !== undefined) return listed.split(';')
  const always = ['date', 'content-type', 'content-md5']
  return Object.keys(headers).filter((name) => name.startsWith('x-fc-') || always.includes(name))
}

/** Another value of a header; a date stays one, a second later. */
function toOther(name: string, value = ''): string {
  return name.endsWith('date')
    ? value.replace(/(\d)(Z| GMT)$/, (_, digit, end) => `${(Number(digit) + 1) % 10}${end}`)
    : `${value}x`
}
