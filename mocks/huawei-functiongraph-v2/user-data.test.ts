import { expect, test } from 'vitest'
import { ApiError } from '../core/api-error.ts'
import { refuseUserData } from './user-data.ts'

const refuse = (text: string) => refuseUserData(text, (code, message = '') => new ApiError(code, { message }))

const toEntries = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 'v'])))

test.each([
  ['an object', '{"host":"192.168.0.1"}'],
  ['an empty object', '{}'],
  ['an empty text', ''],
  ['spaces around it', ' {"a":"b"}\n'],
  ['values that are not strings', '{"a":1,"b":true,"c":null,"d":{"e":[]}}'],
  ['names of inherited properties', '{"constructor":"x","__proto__":"y"}'],
  ['20 entries', toEntries(20)],
  ['4096 bytes of names and values, without the JSON syntax', JSON.stringify({ k: 'v'.repeat(4095) })],
])('%s is accepted', (_, text) => {
  expect(() => refuse(text)).not.toThrow()
})

test.each([
  ['a pair as in the source', 'Host=192.168.0.1', 'FSS.1009', 'must be a JSON object'],
  ['an incomplete object', '{"a":', 'FSS.1009', 'must be a JSON object'],
  ['a list', '["a"]', 'FSS.1009', 'must be a JSON object'],
  ['null', 'null', 'FSS.1009', 'must be a JSON object'],
  ['a JSON string', '"a"', 'FSS.1009', 'must be a JSON object'],
  ['a very deep object', `{"a":${'['.repeat(100_000)}`, 'FSS.1009', 'must be a JSON object'],
  ['21 entries', toEntries(21), 'FSS.1017', 'must have at most 20 entries'],
  ['4097 bytes', JSON.stringify({ k: 'v'.repeat(4096) }), 'FSS.1018', 'must have at most 4096 bytes'],
  ['4096 bytes in multi-byte characters', JSON.stringify({ k: 'é'.repeat(2048) }), 'FSS.1018', 'at most 4096 bytes'],
  ['4097 bytes of other values', JSON.stringify({ k: [['v'.repeat(4090)]] }), 'FSS.1018', 'at most 4096 bytes'],
])('%s is rejected', (_, text, code, words) => {
  expect(() => refuse(text)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(words) }))
})
