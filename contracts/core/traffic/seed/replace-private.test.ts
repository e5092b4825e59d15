import { expect, test } from 'vitest'
import { replacePrivate } from './replace-private.ts'

test.each([
  ['a field with a secret name', { accessKeySecret: 'abc' }, { accessKeySecret: 'REDACTED' }],
  ['a known secret', { description: 'uses t-12345678' }, { description: 'uses REDACTED' }],
  ['a password in a URL', { url: 'redis://me:pw@host/0' }, { url: 'redis://REDACTED@host/0' }],
  [
    'a private field',
    { environmentVariables: { A: 'x', B: 'y' } },
    { environmentVariables: { A: 'REDACTED', B: 'REDACTED' } },
  ],
  ['a private text', { environmentVariables: 'A=x', a: 1 }, { a: 1 }],
  ['an account id', { role: 'acs:ram::1234567890123456:role/a' }, { role: 'acs:ram::1000000000000001:role/a' }],
  [
    'a project id',
    { urn: 'urn:fss:r:7aad83af3e8d42e99ac194e8419e2c9b:f' },
    { urn: 'urn:fss:r:00000000000000000000000000000001:f' },
  ],
  [
    'a short number and a long word',
    { a: '12345678', b: 'x1234567890123456' },
    { a: '12345678', b: 'x1234567890123456' },
  ],
  ['other values', { a: 1, b: [true, null] }, { a: 1, b: [true, null] }],
])('%s', (_, given, expected) => {
  expect(replacePrivate(given, ['t-12345678'], ['environmentVariables'])).toEqual(expected)
})

test('the same account id has the same invented id everywhere, and others differ', () => {
  const given = ['111111111111', '222222222222', '111111111111']
  expect(replacePrivate(given, [], [])).toEqual(['100000000001', '100000000002', '100000000001'])
})
