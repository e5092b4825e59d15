import { expect, test } from 'vitest'
import { causedElsewhere } from '../aliyun-fc/testing/caused-elsewhere.ts'
import { type ConfigRequest, configRequests, createConfigured } from './testing/config-requests.ts'
import { type Code, expectError, toErrorCases } from './testing/error-cases.ts'

type Key = keyof typeof configRequests

/** Codes that no request of this test can cause, and why. */
const elsewhere: Partial<Record<Code, string>> = causedElsewhere

const maxBodyBytes = 5000

const withQualifier = (qualifier: string) => (sent: ConfigRequest) => ({
  ...sent,
  path: sent.path.replace('qualifier=prod', `qualifier=${qualifier}`),
})

/** What is wrong with the request that gets each code. */
const causes: Partial<Record<Code, (sent: ConfigRequest) => ConfigRequest>> = {
  InvalidArgument: (sent) => ({ ...sent, headers: { 'x-fc-date': 'no date' } }),
  EntityTooLarge: (sent) => ({ ...sent, body: 'x'.repeat(maxBodyBytes + 1) }),
  ServiceNotFound: (sent) => JSON.parse(JSON.stringify(sent).replaceAll('demo', 'none')),
  FunctionNotFound: (sent) => ({ ...sent, path: sent.path.replace('/functions/f/', '/functions/none/') }),
  AliasNotFound: withQualifier('none'),
  VersionNotFound: withQualifier('broken'),
  AsyncConfigNotExists: withQualifier('LATEST'),
  OnDemandConfigNotFound: withQualifier('LATEST'),
  EventSourceNotFound: withQualifier('LATEST'),
  PreconditionFailed: (sent) => ({ ...sent, headers: { 'if-match': 'of another state' } }),
}

const keys = Object.keys(configRequests) as Key[] // the keys of that very object
const known = toErrorCases(keys)

test.each(keys)('a valid request of %s succeeds with the fixtures of these tests', (key) => {
  const { method, path, status, ...rest }: ConfigRequest = configRequests[key]
  expect(createConfigured().call(method, path, rest.body).status).toBe(status)
})

test.each(known.filter(([, code]) => code in causes))(
  '%s returns %s for its cause, in the envelope of the API, and stores nothing',
  (key, code) => {
    const { send, call, emulator } = createConfigured({ maxBodyBytes })
    // The alias `broken` names a version that no longer exists.
    send('PUT', '/demo', { description: 'changed' })
    send('POST', '/demo/versions', {})
    send('POST', '/demo/aliases', { aliasName: 'broken', versionId: '2' })
    send('DELETE', '/demo/versions/2')
    const before = emulator.exportState()
    const granted: ConfigRequest = configRequests[key]
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
