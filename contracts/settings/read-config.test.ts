import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WrongUseError } from '../core/exit-codes.ts'
import { readConfig } from './read-config.ts'

async function withFiles(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-config-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)))
  return folder
}

test('a TypeScript file is found in the current folder, before a JSON file', async () => {
  const folder = await withFiles({
    'faas-contracts.config.ts': "const url: string = 'http://a'\nexport default { url, profile: 'documented' }\n",
    'faas-contracts.config.json': '{"url":"http://b"}',
  })
  expect(await readConfig(folder)).toEqual({ url: 'http://a', profile: 'documented', knownFailures: [] })
})

test('a given file is read instead, with its known failures beside it', async () => {
  const folder = await withFiles({
    'faas-contracts.config.json': '{"url":"http://b"}',
    'other.json': '{"url":"http://c","knownFailures":"known.json"}',
    'known.json': '[{"check":"Op › one","reason":"ticket 7"}]',
  })
  const config = await readConfig(folder, 'other.json')
  expect(config).toEqual({ url: 'http://c', knownFailures: [{ check: 'Op › one', reason: 'ticket 7' }] })
})

test('without a file nothing is said', async () => {
  expect(await readConfig(await withFiles({}))).toEqual({ knownFailures: [] })
})

test.each([
  ['a word that is not known', '{"ulr":"http://a"}', /Unrecognized key: "ulr"/],
  ['credentials', '{"accessKeySecret":"x"}', /Unrecognized key: "accessKeySecret"/],
  ['a number that is none', '{"concurrency":"two"}', /concurrency: /],
  ['a prefix that no name may begin with', '{"namePrefix":"A b"}', /namePrefix: a lower-case letter/],
  ['a known failure without a reason', '{"knownFailures":[{"check":"a","reason":" "}]}', /knownFailures/],
  ['a file of known failures that is not there', '{"knownFailures":"none.json"}', /none\.json cannot be read/],
  ['what is not JSON', '{', /is not JSON/],
])('%s is wrong use, and the file is named', async (_, text, message) => {
  const folder = await withFiles({ 'faas-contracts.config.json': text })
  const reading = readConfig(folder)
  await expect(reading).rejects.toThrow(WrongUseError)
  await expect(reading).rejects.toThrow(message)
  await expect(reading).rejects.toThrow(folder)
})

test('a given file that is not there is wrong use', async () => {
  await expect(readConfig(await withFiles({}), 'none.ts')).rejects.toThrow(/there is no file .*none\.ts/)
})
