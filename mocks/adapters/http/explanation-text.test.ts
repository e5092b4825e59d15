import { expect, test } from 'vitest'
import { toExplanationText } from './explanation-text.ts'

const facts = { api: 'aliyun-fc-2016-08-15', operation: 'GetService', requestId: 'r1' }
const explanation = {
  scheme: 'fc-signature',
  receivedSignature: 'c2ln',
  signedHeaders: ['date', 'x-fc-account-id'],
  expectedStringToSign: 'GET\n\n\ndate\n/2016-08-15/services/a b',
} as const

test('the text shows what the server and the client signed, line by line', () => {
  const found = {
    hint: 'the path was signed as sent',
    receivedStringToSign: 'GET\n\n\ndate\n/2016-08-15/services/a%20b',
  }
  expect(toExplanationText({ ...facts, explanation: { ...explanation, ...found } })).toBe(
    `aliyun-fc-2016-08-15 GetService: the signature does not match (fc-signature, request r1)
  received signature: c2ln
  signed headers: date, x-fc-account-id
  the path was signed as sent
  first difference, in line 5: expected "/2016-08-15/services/a b", received "/2016-08-15/services/a%20b"
  expected string to sign:
    | GET
    | 
    | 
    | date
    | /2016-08-15/services/a b
  received string to sign:
    | GET
    | 
    | 
    | date
    | /2016-08-15/services/a%20b`,
  )
})

test('without a hint, the text suggests checking the secret', () => {
  const text = toExplanationText({ ...facts, explanation: { ...explanation, canonicalRequest: 'GET\n/' } })
  expect(text).toContain('no known signing mistake explains it; check the secret')
  expect(text).toContain('  expected canonical request:\n    | GET\n    | /')
  expect(text).toContain('  received string to sign: unknown; compare the expected string')
})

test('control characters from a client are escaped', () => {
  const receivedSignature = '\u001b[2J\u202e\r'
  const text = toExplanationText({ ...facts, explanation: { ...explanation, receivedSignature } })
  expect(text).toContain('received signature: \\u{1b}[2J\\u{202e}\\u{d}\n')
})
