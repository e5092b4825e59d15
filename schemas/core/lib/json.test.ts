import { expect, test } from 'vitest'
import { parseJson } from './json.ts'

test.each([
  ['{"a":[1,null]}', { a: [1, null] }],
  ['null', null],
  ['', undefined],
  ['{"a":', undefined],
  ['\ufeff{}', undefined],
])('%j is parsed as a text and as bytes', (text, value) => {
  expect(parseJson(text)).toEqual(value)
  expect(parseJson(new TextEncoder().encode(text))).toEqual(value)
})

test('bytes that are not UTF-8 are not parsed', () => {
  expect(parseJson(Uint8Array.of(0x22, 0xff, 0x22))).toBeUndefined()
})
