import { expect, test } from 'vitest'
import { readBase64 } from './base64.ts'

test.each([
  ['no text', '', []],
  ['all bytes', '/4AA', [255, 128, 0]],
  ['padding', '/w==', [255]],
  ['line breaks', '/4\r\nAA\n', [255, 128, 0]],
])('%s is read', (_, text, bytes) => {
  expect([...(readBase64(text) ?? ['nothing'])]).toEqual(bytes)
})

test.each(['%%%%', 'a', '/w', 'aé==', '_-8=', 'def handler', 'abc def ', '/4=A'])('"%s" is no base64', (text) => {
  expect(readBase64(text)).toBeUndefined()
})
