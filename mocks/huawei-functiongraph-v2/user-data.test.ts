import { expect, test } from 'vitest'
import { ApiError } from '../core/api-error.ts'
import { refuseUserData } from './user-data.ts'

const refuse = (text: string) => refuseUserData(text, (code, message = '') => new ApiError(code, { message }))

const toEntries = (count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, 'v'])))

test.each([
  ['an object', '{"host":"192.168.0.1"}'],
  ['an empty object', '{}'],
  ['no text', ''],
  ['spaces around it', ' {"a":"b"}\n'],
  ['values that are no text', '{"a":1,"b":true,"c":null,"d":{"e":[]}}'],
  ['names that all objects have', '{"constructor":"x","__proto__":"y"}'],
  ['20 entries', toEntries(20)],
  ['4096 bytes of names and values, the notation beside them', JSON.stringify({ k: 'v'.repeat(4095) })],
])('%s is taken', (_, text) => {
  expect(() => refuse(text)).not.toThrow()
})

test.each([
  ['a pair as the page writes it', 'Host=192.168.0.1', 'FSS.1009', 'must be a JSON object'],
  ['half of an object', '{"a":', 'FSS.1009', 'must be a JSON object'],
  ['a list', '["a"]', 'FSS.1009', 'must be a JSON object'],
  ['null', 'null', 'FSS.1009', 'must be a JSON object'],
  ['a text in quotes', '"a"', 'FSS.1009', 'must be a JSON object'],
  ['an object deeper than any stack', `{"a":${'['.repeat(100_000)}`, 'FSS.1009', 'must be a JSON object'],
  ['21 entries', toEntries(21), 'FSS.1017', 'must have at most 20 entries'],
  ['4097 bytes', JSON.stringify({ k: 'v'.repeat(4096) }), 'FSS.1018', 'must have at most 4096 bytes'],
  ['4096 letters of more than one byte', JSON.stringify({ k: 'é'.repeat(2048) }), 'FSS.1018', 'at most 4096 bytes'],
  ['4097 bytes of other values', JSON.stringify({ k: [['v'.repeat(4090)]] }), 'FSS.1018', 'at most 4096 bytes'],
])('%s is refused', (_, text, code, words) => {
  expect(() => refuse(text)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(words) }))
})
