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
    const times = [1, 2, 3].map(() => {
      const start = process.cpuUsage().user
      maskJson(text)
      return process.cpuUsage().user - start
    })
    return Math.max(500, Math.min(...times)) // microseconds
  }
  for (const part of ['"', '\\"', '"a":', '" ', '{"password":"']) {
    // 10 times the length; quadratic time would take 100 times as long.
    expect(measure(part.repeat(200_000)), part).toBeLessThan(measure(part.repeat(20_000)) * 50)
  }
})
