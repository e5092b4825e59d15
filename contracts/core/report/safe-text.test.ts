import { expect, test } from 'vitest'
import { mapTexts, toMask } from './mask.ts'
import { toSafeJson, toSafeText } from './safe-text.ts'

const mask = <T>(value: T, secrets: readonly string[]) => mapTexts(value, toMask(secrets))

const secret = 's3cr+t/"of some length'

test.each([
  ['as it is', secret],
  ['in JSON', JSON.stringify({ a: secret })],
  ['in a URL', `http://a/?token=${encodeURIComponent(secret)}`],
  ['in base64', `Basic ${Buffer.from(secret).toString('base64')}`],
])('a known secret is replaced %s', (_, text) => {
  const result = mask({ deep: [text] }, [secret])
  expect(result.deep[0]).toContain('REDACTED')
  expect(mask(result, [secret])).toEqual(result)
  for (const part of ['s3cr', 's3cr+t', Buffer.from(secret).toString('base64')]) {
    expect(result.deep[0]).not.toContain(part)
  }
})

test.each([
  ['signed as FC LTAIxxxx:UnE9L6j5BMUGW7PH/pekrwEjin5c6dvssuY2kydJhLQ= and refused', 'LTAI'],
  ['Credential=LTAIxxxx,SignedHeaders=host,Signature=0123456789abcdef0123456789abcdef', 'LTAI'],
  ['Access=AKxxxx, SignedHeaders=host, Signature=0123456789abcdef0123456789abcdef', '0123456789abcdef'],
  ['{"AccessKeySecret": "abcdefgh"}', 'abcdefgh'],
  ['{"db_password": "abcdefgh"}', 'abcdefgh'],
  ['{"message":"{\\"securityToken\\":\\"abcdefgh\\"}"}', 'abcdefgh'],
])('a text with the form of a credential is replaced: %s', (text, part) => {
  expect(mask(text, [])).not.toContain(part)
})

test('other texts stay as they are', () => {
  const value = { a: ['FC 2016', 'Access denied', 'the Signature of a function', 1, null, true], nextToken: 'abcdefgh' }
  expect(mask(value, ['', 'zzz'])).toEqual(value)
})

test('C07: a text shows control characters, and no line is a command of a CI system', () => {
  expect(toSafeText('a\u001b]0;x\u0007\u009b\u202e\r\nb\tc')).toBe('a\\u001b]0;x\\u0007\\u009b\\u202e\\u000d\nb\tc')
  expect(toSafeText('a::b\n  ::error::x')).toBe('a::b\n  \\u003a:error::x')
  expect(toSafeText('a ##[error]x ##vso[y]z ## [b]')).toBe('a \\u0023#[error]x \\u0023#vso[y]z ## [b]')
  expect(toSafeText({ 'k\u0000': ['\ud800', 'é中😀'] })).toEqual({ 'k\\u0000': ['\\ud800', 'é中😀'] })
})

test('C07: JSON keeps the original characters', () => {
  const value = { a: 'x\u009b\u202e ##[error]' }
  const text = toSafeJson(value)
  expect(text).toBe('{"a":"x\\u009b\\u202e \\u0023#[error]"}')
  expect(JSON.parse(text)).toEqual(value)
})

test('a secret that is the name of a property does not change the shape of a value', () => {
  expect(mask({ check: { id: 'my id' } }, ['id', 'check'])).toEqual({ check: { id: 'my REDACTED' } })
})

test('secret parameters of URLs are masked, and others are not', () => {
  const url = 'https://a/b?x-fc-security-token=abc&limit=1&Signature=a%2Fb#c'
  expect(toSafeText(`the url "${url}"`)).toBe(
    'the url "https://a/b?x-fc-security-token=REDACTED&limit=1&Signature=REDACTED#c"',
  )
})
