import { expect, test } from 'vitest'
import { aliyunFc20210406 as api } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { createDemo, leastFunction } from '../aliyun-fc/testing/fc.ts'
import { accountRequests } from './testing/account-requests.ts'
import { configRequests } from './testing/config-requests.ts'

/** Their errors are the subject of config-errors.test.ts and account-errors.test.ts. */
const tested = { ...configRequests, ...accountRequests }
type Key = Exclude<keyof typeof api.operations, keyof typeof tested>
type Code = keyof typeof api.errors

interface Sent {
  readonly method: string
  /** After `/services`. */
  readonly path: string
  readonly body: unknown
  readonly headers?: Record<string, string>
}

const byCredentials = 'a cause of its own in core/auth/real-causes.test.ts, for every operation'

/** Codes that no request of this test can cause, and why. */
const elsewhere: Partial<Record<Code, string>> = {
  AccessDenied: byCredentials,
  InvalidAccessKeyId: byCredentials,
  SignatureNotMatch: byCredentials,
  RequestTimeTooSkewed: byCredentials,
  ConcurrentUpdateError: 'the emulator returns one request at a time; it can be forced',
  ResourceExhausted: 'the emulator has no quotas; it can be forced',
  ResourceThrottled: 'the emulator has no limit of requests; it can be forced',
  InternalServerError: 'a defect of the mock, or forced',
}

const maxBodyBytes = 5000

/** A request of each operation that a demo with the function `f` grants. */
const granted: Record<Key, Sent> = {
  createFunction: { method: 'POST', path: '/demo/functions', body: { ...leastFunction, functionName: 'new' } },
  updateFunction: { method: 'PUT', path: '/demo/functions/f', body: {} },
}

/** What is wrong with the request that gets each code. */
const causes: Partial<Record<Code, (sent: Sent) => Sent>> = {
  InvalidArgument: (sent) => ({ ...sent, body: { ...Object(sent.body), memorySize: 100 } }),
  EntityTooLarge: (sent) => ({ ...sent, body: 'x'.repeat(maxBodyBytes + 1) }),
  ServiceNotFound: (sent) => ({ ...sent, path: sent.path.replace('demo', 'none') }),
  FunctionNotFound: (sent) => ({ ...sent, path: '/demo/functions/none' }),
  FunctionAlreadyExists: (sent) => ({ ...sent, body: leastFunction }),
  PreconditionFailed: (sent) => ({ ...sent, headers: { 'if-match': 'of another state' } }),
}

const keys = (Object.keys(api.operations) as Key[]).filter((key) => !Object.hasOwn(tested, key)) // of that object
const known = keys.flatMap((key) => {
  const codes: readonly Code[] = api.operations[key].observedErrors
  return codes.map((code) => [key, code] as const)
})

test.each(keys)('a valid request of %s succeeds with the fixtures of these tests', (key) => {
  const { method, path, body } = granted[key]
  expect(createDemo().send2021(method, path, body).status).toBe(200)
})

test.each(known.filter(([, code]) => code in causes))(
  '%s returns %s for its cause, in the envelope of the API',
  (key, code) => {
    const { send2021 } = createDemo({ maxBodyBytes })
    const { method, path, body, headers } = causes[code]?.(granted[key]) ?? granted[key]
    const response = send2021(method, path, body, headers)
    expect(response.status).toBe(api.errors[code].status)
    expect(response.body).toEqual({
      Code: code,
      Message: expect.stringMatching(/./),
      RequestId: response.headers['X-Fc-Request-Id'],
    })
    expect(response.headers['X-Mock-Rule'], 'the source and a rule in words').toMatch(/^00[03] [\w, ]+; .* ./)
  },
)

test('every error code of the API except the one for unknown paths is either tested here or explained', () => {
  const all = [...new Set(known.map(([, code]) => code))].sort()
  expect([...Object.keys(causes), ...Object.keys(elsewhere)].sort()).toEqual(all)
})
