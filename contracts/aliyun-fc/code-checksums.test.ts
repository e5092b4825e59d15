import { expect, test } from 'vitest'
import { toCrc64 } from '../../schemas/core/lib/crc64.ts'
import { toCode } from './code-archive.ts'
import { textOfHighSum, textsOfSums } from './code-checksums.ts'

test('the checksums have the highest bit, lack it, and have fewer digits', () => {
  const sums = textsOfSums.map((text) => toCrc64(toCode(text).bytes))
  expect(textsOfSums[0]).toBe(textOfHighSum)
  expect(sums.map((sum) => BigInt(sum) >= 2n ** 63n)).toEqual([true, false, false, true])
  expect(sums.map((sum) => sum.length)).toEqual([20, 19, 16, 20])
})
