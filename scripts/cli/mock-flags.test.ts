import { expect, test } from 'vitest'
import { checkFlags, type MockFlags, toAuth } from './mock-flags.ts'

const plain: MockFlags = { port: 4010, host: '127.0.0.1', engine: 'emulator' }
const verify: MockFlags = { ...plain, auth: 'verify' }

test.each<[Partial<MockFlags>, string]>([
  [{ cert: 'a.pem' }, '--cert and --key must be used together'],
  [{ key: 'a.pem' }, '--cert and --key must be used together'],
  [{ credentials: ['a:b'] }, '--credentials needs --auth verify'],
  [{ auth: 'off', token: ['a'] }, '--token needs --auth verify'],
  [{ auth: 'present', explainAuth: true }, '--explain-auth needs --auth verify'],
  [{ publicUrl: 'fc.example' }, '--public-url must be an http or https URL without credentials, query and fragment'],
  [{ engine: 'prism', strict: true }, '--strict needs --engine emulator; Prism only serves examples'],
  [{ engine: 'prism', seedFile: 'a' }, '--seed-file needs --engine emulator; Prism only serves examples'],
  [{ engine: 'prism', cert: 'a', key: 'b' }, '--cert needs --engine emulator; Prism only serves examples'],
  [{ controlToken: '' }, '--control-token must not be empty'],
  [{ state: '' }, '--state must not be empty'],
])('%o does not go together', (flags, message) => {
  expect(() => checkFlags({ ...plain, ...flags })).toThrow(expect.objectContaining({ name: 'WrongUseError', message }))
})

test.each<MockFlags>([
  plain,
  { ...plain, engine: 'prism' },
  { ...verify, credentials: ['a:b'], token: ['c'], explainAuth: true },
  {
    ...plain,
    cert: 'a',
    key: 'b',
    strict: true,
    deterministic: '1',
    state: 's',
    seedFile: 'f',
    controlToken: 't',
    publicUrl: 'https://fc.example/x',
  },
])('%o does', (flags) => {
  expect(() => checkFlags(flags)).not.toThrow()
})

test('credentials come from the flags and from the environment', () => {
  const flags = { ...verify, credentials: ['one:secret:with:colons', 'two:b'], token: ['t'], explainAuth: true }
  const environment = { FAAS_CONTRACTS_ACCESS_KEY_ID: 'three', FAAS_CONTRACTS_ACCESS_KEY_SECRET: 'c:d' }
  expect(toAuth(flags, environment)).toEqual({
    mode: 'verify',
    credentials: [
      { id: 'one', secret: 'secret:with:colons' },
      { id: 'two', secret: 'b' },
      { id: 'three', secret: 'c:d' },
    ],
    tokens: [{ token: 't' }],
    explain: true,
  })
  expect(toAuth(verify, environment).credentials).toEqual([{ id: 'three', secret: 'c:d' }])
})

test('what the environment holds says nothing where nothing is verified', () => {
  const half = { FAAS_CONTRACTS_ACCESS_KEY_ID: 'three' }
  expect(toAuth(plain, half)).toEqual({ mode: 'off' })
  expect(toAuth({ ...plain, auth: 'present' }, half)).toEqual({ mode: 'present' })
})

test.each(['justasecret', ':justasecret', 'justasecret:', '', ':'])(
  'credentials of the form "%s" are refused',
  (text) => {
    expect(() => toAuth({ ...verify, credentials: ['a:b', text] }, {})).toThrow(
      '--credentials must have the form id:secret',
    )
    expect(() => toAuth({ ...verify, credentials: [text] }, {}), 'without repeating them').not.toThrow('justasecret')
  },
)

test.each<[Record<string, string>, string]>([
  [{}, '--auth verify needs --credentials or --token, or FAAS_CONTRACTS_ACCESS_KEY_ID and '],
  [{ FAAS_CONTRACTS_ACCESS_KEY_ID: 'a' }, 'FAAS_CONTRACTS_ACCESS_KEY_SECRET is missing in the environment'],
  [{ FAAS_CONTRACTS_ACCESS_KEY_SECRET: 'a' }, 'FAAS_CONTRACTS_ACCESS_KEY_ID is missing in the environment'],
])('with %o alone there is nothing to verify by', (environment, message) => {
  expect(() => toAuth(verify, environment)).toThrow(message)
})

test('an empty token is none', () => {
  expect(() => toAuth({ ...verify, token: [''] }, {})).toThrow('--token must not be empty')
})
