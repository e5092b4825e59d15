import { expect, test } from 'vitest'
import { mask } from './mask.ts'

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
