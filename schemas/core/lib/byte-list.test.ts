import { expect, test } from 'vitest'
import { createByteList } from './byte-list.ts'

const bytes = (length: number, value: number) => new Uint8Array(length).fill(value)

test.each([[[]], [[1]], [[0]], [[0, 0, 1]], [[1, 2, 3]], [[5000]], [[1, 5000, 1, 1, 5000]], [[4095, 4096, 70_000, 1]]])(
  'chunks of %j bytes are joined in order',
  (lengths) => {
    const list = createByteList()
    const chunks = lengths.map((length, index) => bytes(length, index + 1))
    for (const chunk of chunks) list.add(chunk)
    expect(list.size()).toBe(lengths.reduce((sum, length) => sum + length, 0))
    expect(Buffer.compare(list.join(), Buffer.concat(chunks))).toBe(0)
  },
)

test('small chunks that fill several blocks are joined in order', () => {
  const list = createByteList()
  for (let i = 0; i < 300_000; i += 1) list.add(bytes(1, i))
  const joined = list.join()
  expect(joined).toHaveLength(300_000)
  expect(joined.findIndex((byte, index) => byte !== index % 256)).toBe(-1)
})

test('a single chunk is returned without a copy', () => {
  const list = createByteList()
  const chunk = bytes(5, 1)
  list.add(chunk)
  expect(list.join()).toBe(chunk)
})

test('many small chunks take little more memory than their bytes', () => {
  const list = createByteList()
  const before = process.memoryUsage().heapUsed
  for (let i = 0; i < 1_000_000; i += 1) list.add(bytes(1, 1))
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(80_000_000) // a list of the chunks takes 200 MB
  expect(list.size()).toBe(1_000_000)
})
