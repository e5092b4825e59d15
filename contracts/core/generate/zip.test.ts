import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { toZip } from './zip.ts'

/** Reads an archive as a reader does: from the end record to the directory to the files. */
function readZip(bytes: Uint8Array): Record<string, string> {
  const view = Buffer.from(bytes)
  const end = view.length - 22
  expect(view.readUInt32LE(end)).toBe(0x06054b50)
  const files: Record<string, string> = {}
  let at = view.readUInt32LE(end + 16)
  for (let left = view.readUInt16LE(end + 10); left > 0; left -= 1) {
    expect(view.readUInt32LE(at)).toBe(0x02014b50)
    const [checksum, size, nameLength] = [
      view.readUInt32LE(at + 16),
      view.readUInt32LE(at + 24),
      view.readUInt16LE(at + 28),
    ]
    const name = view.toString('utf8', at + 46, at + 46 + nameLength)
    const local = view.readUInt32LE(at + 42)
    expect(view.readUInt32LE(local)).toBe(0x04034b50)
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28)
    const content = view.subarray(start, start + size)
    expect(crc32(content)).toBe(checksum)
    files[name] = content.toString()
    at += 46 + nameLength
  }
  expect(at).toBe(end)
  return files
}

test('an archive holds its files, found by way of its directory', () => {
  const files = { 'index.js': 'exports.handler = 1\n', 'lib/ä.txt': 'ü' }
  expect(readZip(toZip(files))).toEqual(files)
})

test('the same files give the same bytes', () => {
  expect(toZip({ 'a.txt': 'a' })).toEqual(toZip({ 'a.txt': 'a' }))
})
