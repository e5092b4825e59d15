import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createCertificate } from '../../mocks/adapters/testing/certificate.ts'
import { readSeed, readTls } from './mock-files.ts'

async function write(texts: Record<string, string>): Promise<(name: string) => string> {
  const folder = await mkdtemp(join(tmpdir(), 'mock-files-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text)
  return (name) => join(folder, name)
}

test('certificate and key are read', async () => {
  const { cert, key } = await createCertificate()
  const at = await write({ cert, key })
  expect(await readTls(at('cert'), at('key'))).toEqual({ cert: Buffer.from(cert), key: Buffer.from(key) })
})

test.each([
  ['none', 'key', '--cert', 'none', ' cannot be read: there is no such file'],
  ['cert', 'none', '--key', 'none', ' cannot be read: there is no such file'],
  ['key', 'key', '--cert', 'key', ': it contains no certificate in PEM form'],
  ['cert', 'empty', '--key', 'empty', ': the key is empty'],
  ['cert', 'other', '--key', 'other', ': the key does not match the certificate'],
  ['.', 'key', '--cert', '.', ' cannot be read: it is a folder'],
])('--cert %s --key %s names the flag and the file that is wrong', async (cert, key, flag, file, reason) => {
  const at = await write({ ...(await createCertificate()), other: (await createCertificate()).key, empty: '' })
  await expect(readTls(at(cert), at(key))).rejects.toThrow(`${flag} ${at(file)}${reason}`)
})

test.each(['aliyun: {services: []}', '{"aliyun": {"services": []}}'])('the seed %s is read', async (text) => {
  const at = await write({ seed: text })
  expect(await readSeed(at('seed'))).toEqual({ aliyun: { services: [] } })
})

test.each([
  ['a:\n  - b: [1\nc: 2', 'line 3, column 1: '],
  ['', 'it must contain an object whose keys are ids of APIs'],
  ['- a', 'it must contain an object whose keys are ids of APIs'],
  ['just text', 'it must contain an object whose keys are ids of APIs'],
])('the seed %j is rejected with the place in the file', async (text, reason) => {
  const at = await write({ seed: text })
  await expect(readSeed(at('seed'))).rejects.toThrow(`--seed-file ${at('seed')}: ${reason}`)
})
