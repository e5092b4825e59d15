import { expect, test } from 'vitest'
import { readJson } from './exchange.ts'

test.each(['{"a":{"toString":1,"valueOf":1}}', '{"a":[{"toString":"x"}]}', '{"a":{"\\u0074oString":{},"valueOf":1}}'])(
  'every value of the body %s can be converted to text and is otherwise unchanged',
  (text) => {
    const reading = readJson(new TextEncoder().encode(text))
    const value = reading.ok ? (reading.value as { readonly a: unknown }) : undefined
    expect(String(value?.a)).toEqual(expect.any(String))
    expect(value).toEqual(JSON.parse(text))
  },
)
