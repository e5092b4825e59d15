import { expect, test } from 'vitest'
import { readJsonBody } from './json-body.ts'

const read = (text: string) => readJsonBody(new TextEncoder().encode(text))

test('nulls stay in the value', () => {
  const text = '{"a":null,"b":{"c":null,"d":1},"e":[null,{"f":null}]}'
  expect(read(text)).toEqual({ value: JSON.parse(text), text })
  expect(read('null')).toEqual({ value: null, text: 'null' })
})

test.each([
  '{"__proto__":1}',
  '{"a":[{"__proto__":{"polluted":1}}]}',
  '{"\\u005f_proto__":1}',
  '{"\\u005F\\u005f\\u0070roto__":1}',
])('a member named __proto__ is rejected: %s', (text) => {
  expect(read(text)).toEqual({
    refusal: { kind: 'invalid', reason: 'must not have a member with the name __proto__' },
  })
})

test('__proto__ may be a part of a string or of a name', () => {
  const text = '{"a":"__proto__","__proto__x":{"constructor":1}}'
  expect(read(text)).toEqual({ value: JSON.parse(text), text })
})

test.each([
  '1e999',
  '-1E999',
  '12345678901234567890',
  '1e-999',
  '0.12345678901234567890',
  '9007199254740993',
  '1'.repeat(500),
])('the number %s is rejected, because it would be stored as another number', (text) => {
  for (const body of [text, `[${text}]`, `{"a":${text},"b":1}`]) {
    expect(read(body)).toEqual({
      refusal: { kind: 'invalid', reason: 'must not hold a number with more digits than a double can store' },
    })
  }
})

test.each([
  '0',
  '-0',
  '1.50',
  '1e3',
  '1E+3',
  '100e-2',
  '0.1',
  '0.30000000000000004',
  '9007199254740991',
  '1e21',
  '1000000000000000000000',
  '5e-324',
  '1.7976931348623157e308',
])('the number %s is accepted', (text) => {
  expect(read(`{"a":${text},"b":[${text}]}`)).toMatchObject({ value: { a: Number(text), b: [Number(text)] } })
})

test('digits in a string are not a number', () => {
  expect(read('{"a":"1e999","12345678901234567890":1}')).toHaveProperty('value')
})

test.each(['{', '{"a":}', "{'a':1}", '', 'nonsense', '{"a":1}}', '[1,]', '"\\"', '{"a":"\n"}'])(
  '%j is malformed',
  (text) => {
    expect(read(text)).toEqual({ refusal: { kind: 'malformed', reason: 'must be JSON in UTF-8' } })
  },
)

test('bytes that are not UTF-8 are malformed', () => {
  expect(readJsonBody(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ refusal: { kind: 'malformed' } })
})

test('64 levels are accepted, and 65 are rejected', () => {
  expect(read(`${'['.repeat(64)}${']'.repeat(64)}`)).toHaveProperty('value')
  expect(read(`${'['.repeat(65)}${']'.repeat(65)}`)).toEqual({
    refusal: { kind: 'invalid', reason: 'must not be nested deeper than 64 levels' },
  })
})

test('brackets and commas inside strings are not counted', () => {
  const text = JSON.stringify({ a: `\\"${'[,{'.repeat(1_000_000)}`, b: '\\' })
  expect(read(text)).toEqual({ value: JSON.parse(text), text })
})

test('a string that ends with an escaped backslash ends there', () => {
  expect(read(`{"a":"\\\\","b":${'['.repeat(64)}${']'.repeat(64)}}`)).toMatchObject({ refusal: { kind: 'invalid' } })
})

test('more values than the limit are rejected before parsing', () => {
  expect(read(`[${'0,'.repeat(100_000)}0]`)).toMatchObject({ refusal: { kind: 'invalid' } })
})

test('ten million open brackets are rejected immediately', () => {
  const start = performance.now()
  expect(read('['.repeat(10_000_000))).toMatchObject({ refusal: { kind: 'invalid' } })
  expect(performance.now() - start).toBeLessThan(1000)
})
