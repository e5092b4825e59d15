import { expect, test } from 'vitest'
import { readJsonBody } from './json-body.ts'

const read = (text: string, nullMeansAbsent = true) => readJsonBody(new TextEncoder().encode(text), nullMeansAbsent)

test('null members are absent at every level if the dialect says so; null items of lists are kept', () => {
  const text = '{"a":null,"b":{"c":null,"d":1},"e":[null,{"f":null}]}'
  expect(read(text)).toEqual({ value: { b: { d: 1 }, e: [null, {}] } })
  expect(read(text, false)).toEqual({ value: JSON.parse(text) })
})

test('a null body is absent if null means absent', () => {
  expect(read('null')).toEqual({ value: undefined })
  expect(read('null', false)).toEqual({ value: null })
})

test('a key named __proto__ is dropped at every level', () => {
  const { value } = read('{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":1},"b":1}}') as { value: object }
  expect(JSON.stringify(value)).toBe('{"a":{"b":1}}')
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
  expect('polluted' in {}).toBe(false)
})

test.each(['{', '{"a":}', "{'a':1}", '', 'nonsense', '{"a":1}}', '[1,]', '"\\"', '{"a":"\n"}'])(
  '%j is malformed',
  (text) => {
    expect(read(text)).toEqual({ refusal: { kind: 'malformed', reason: 'must be JSON in UTF-8' } })
  },
)

test('bytes that are not UTF-8 are malformed', () => {
  expect(readJsonBody(Uint8Array.of(0x22, 0xff, 0x22), true)).toMatchObject({ refusal: { kind: 'malformed' } })
})

test('64 levels are accepted, and 65 are rejected', () => {
  expect(read(`${'['.repeat(64)}${']'.repeat(64)}`)).toHaveProperty('value')
  expect(read(`${'['.repeat(65)}${']'.repeat(65)}`)).toEqual({
    refusal: { kind: 'invalid', reason: 'must not be nested deeper than 64 levels' },
  })
})

test('brackets and commas inside strings are not counted', () => {
  const text = JSON.stringify({ a: `\\"${'[,{'.repeat(1_000_000)}`, b: '\\' })
  expect(read(text)).toEqual({ value: JSON.parse(text) })
})

test('a string that ends with an escaped backslash ends there', () => {
  expect(read(`{"a":"\\\\","b":${'['.repeat(64)}${']'.repeat(64)}}`)).toMatchObject({ refusal: { kind: 'invalid' } })
})

test('more than a million values are rejected before parsing', () => {
  expect(read(`[${'0,'.repeat(1_000_000)}0]`)).toMatchObject({ refusal: { kind: 'invalid' } })
})

test('ten million open brackets are rejected immediately', () => {
  const start = performance.now()
  expect(read('['.repeat(10_000_000))).toMatchObject({ refusal: { kind: 'invalid' } })
  expect(performance.now() - start).toBeLessThan(1000)
})
