import { expect, test } from 'vitest'
import { causedElsewhere } from '../aliyun-fc/testing/caused-elsewhere.ts'
import { accountRequests, createAccount } from './testing/account-requests.ts'
import type { ConfigRequest } from './testing/config-requests.ts'
import { type Code, expectError, toErrorCases } from './testing/error-cases.ts'

type Key = keyof typeof accountRequests

/** Codes that no request of this test can cause, and why. */
const elsewhere: Partial<Record<Code, string>> = {
  ...causedElsewhere,
  DomainNameNotResolved: 'the mock reads no DNS; it can be forced',
  ResourceNotFound: 'the mock knows no images and no networks; it can be forced',
}

const maxBodyBytes = 5000

const replace =
  (from: string, to: string) =>
  (sent: ConfigRequest): ConfigRequest => ({ ...sent, path: sent.path.replace(from, to) })

/** What is wrong with the request that gets each code. */
const causes: Partial<Record<Code, (sent: ConfigRequest) => ConfigRequest>> = {
  InvalidArgument: (sent) => ({ ...sent, headers: { 'x-fc-date': 'no date' } }),
  EntityTooLarge: (sent) => ({ ...sent, body: 'x'.repeat(maxBodyBytes + 1) }),
  ServiceNotFound: replace('/demo/', '/none/'),
  FunctionNotFound: replace('/functions/f/', '/functions/none/'),
  AliasNotFound: replace('=prod', '=none'),
  VersionNotFound: replace('=prod', '=2'),
  LayerNotFound: replace('/my/', '/none/'),
  LayerVersionNotFound: replace('versions/1', 'versions/2'),
  DomainNameNotFound: replace('example.com', 'none.com'),
  DomainNameAlreadyExists: (sent) => ({ ...sent, body: { domainName: 'example.com' } }),
  StatefulAsyncInvocationNotFound: replace('TASK', 'none'),
  StatefulAsyncInvocationAlreadyCompleted: (sent) => sent, // later
  InstanceNotFound: replace('GPU', 'none'),
}

const keys = Object.keys(accountRequests) as Key[] // the keys of that very object
const known = toErrorCases(keys)

test.each(keys)('a valid request of %s succeeds with the fixtures of these tests', (key) => {
  const { method, path, status, ...rest }: ConfigRequest = accountRequests[key]
  expect(createAccount().call(method, path, rest.body).status).toBe(status)
})

test.each(known.filter(([, code]) => code in causes))(
  '%s returns %s for its cause, in the envelope of the API, and stores nothing',
  (key, code) => {
    const { call, clock, emulator } = createAccount({ maxBodyBytes })
    if (code === 'StatefulAsyncInvocationAlreadyCompleted') clock.advance(1000)
    const before = emulator.exportState()
    const granted: ConfigRequest = accountRequests[key]
    const { method, path, body, headers } = causes[code]?.(granted) ?? granted
    const response = call(method, path, body, headers)
    expectError(response, code, /^FC-DEF [\w, ]+; .* ./)
    expect(emulator.exportState()).toBe(before)
  },
)

test('every error code of these operations is either tested here or explained', () => {
  const all = [...new Set(known.map(([, code]) => code))].sort()
  expect([...Object.keys(causes), ...Object.keys(elsewhere)].sort()).toEqual(all)
})
