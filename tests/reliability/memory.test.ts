import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

test('100,000 requests do not increase the memory', async () => {
  const file = join(import.meta.dirname, 'memory-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', file, '100000'])
  // A leak of 20 bytes for each request would be twice as much. Noise is less than 100 KB.
  expect(Number(stdout)).toBeLessThan(1_000_000)
}, 120_000)
