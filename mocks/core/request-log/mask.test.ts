import { expect, test } from 'vitest'
import { maskJson } from './mask.ts'

test.each([
  ['{"name":"f","password":"p\\"w","n":1}', '{"name":"f","password":"REDACTED","n":1}'],
  ['{"a":{"accessKeySecret" : "s"},"b":["secret"]}', '{"a":{"accessKeySecret" : "REDACTED"},"b":["secret"]}'],
  [
    '{"environmentVariables":{"DB_PASSWORD":"p","STAGE":"x"}}',
    '{"environmentVariables":{"DB_PASSWORD":"REDACTED","STAGE":"x"}}',
  ],
  ['{"\\u0070assword":"p"}', '{"\\u0070assword":"REDACTED"}'],
  ['{"password":"cut o', '{"password":"REDACTED"'],
  ['{"password":"cut o\\', '{"password":"REDACTED"'],
  ['a plain text', 'a plain text'],
])('the secrets of %s are replaced', (text, masked) => {
  expect(maskJson(text)).toBe(masked)
})

test('the time of masking grows in proportion to the length of the text', () => {
  const measure = (text: string) => {
    const start = performance.now()
    maskJson(text)
    return performance.now() - start
  }
  for (const part of ['"', '\\"', '"a":', '" ', '{"password":"']) {
    measure(part.repeat(2_000))
    const small = Math.max(0.05, Math.min(measure(part.repeat(2_000)), measure(part.repeat(2_000))))
    // 20 times the length; quadratic time would take 400 times as long
    const large = Math.min(measure(part.repeat(40_000)), measure(part.repeat(40_000)))
    expect(large, part).toBeLessThan(small * 200)
  }
})
