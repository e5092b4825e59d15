import { execFileSync } from 'node:child_process'
import { crc32 } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { toZip } from './zip.ts'

test('an archive contains its files', () => {
  const files = { 'index.js': 'exports.handler = 1\n', 'lib/ä.txt': 'ü' }
  const contents = Object.entries(unzipSync(toZip(files))).map(([path, bytes]) => [path, strFromU8(bytes)])
  expect(Object.fromEntries(contents)).toEqual(files)
})

test('the same files give the same bytes in every time zone', () => {
  const program = `import { toZip } from ${JSON.stringify(new URL('./zip.ts', import.meta.url).href)}
    import { crc32 } from 'node:zlib'
    console.log(crc32(toZip({ 'a.txt': 'a' })))`
  const zones = ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].map((TZ) =>
    execFileSync('node', ['--input-type=module', '-e', program], { env: { ...process.env, TZ }, encoding: 'utf8' }),
  )
  expect(zones.map(Number)).toEqual(Array.from(zones, () => crc32(toZip({ 'a.txt': 'a' }))))
})
