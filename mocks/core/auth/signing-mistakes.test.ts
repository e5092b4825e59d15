import { expect, test } from 'vitest'
import { combineMistakes } from './signing-mistakes.ts'

test('each mistake is tried alone, then together with mistakes in other parts', () => {
  const right = { a: 'a', b: 'b' }
  const alternatives = [
    { hint: 'one', parts: { a: '1' } },
    { hint: 'two', parts: { a: '2' } },
    { hint: 'three', parts: { b: '3' } },
  ]
  const mistakes = [...combineMistakes(right, alternatives, ({ a, b }) => ({ stringToSign: a + b }))]
  expect(mistakes).toEqual([
    { hint: 'one', stringToSign: '1b' },
    { hint: 'two', stringToSign: '2b' },
    { hint: 'three', stringToSign: 'a3' },
    { hint: 'one; three', stringToSign: '13' },
    { hint: 'two; three', stringToSign: '23' },
  ])
})
