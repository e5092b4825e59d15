import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WrongUseError } from '../core/exit-codes.ts'
import { readConfig, readKnownFailures } from './read-config.ts'

async function withFiles(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-config-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)))
  return folder
}

test('in the current folder, a TypeScript file takes precedence over a JSON file', async () => {
  const folder = await withFiles({
    'faas-contracts.config.ts': "const url: string = 'http://a'\nexport default { url, profile: 'documented' }\n",
    'faas-contracts.config.json': '{"url":"http://b"}',
  })
  expect(await readConfig(folder)).toEqual({ url: 'http://a', profile: 'documented' })
})

test('a given file takes precedence, and the path of its known failures starts at its folder', async () => {
  const folder = await withFiles({
    'faas-contracts.config.json': '{"url":"http://b"}',
    'other.json': '{"url":"http://c","knownFailures":"known.json"}',
    'known.json': '[{"check":"Op › one","reason":"ticket 7"}]',
  })
  const config = await readConfig(folder, 'other.json')
  expect(config).toEqual({ url: 'http://c', knownFailures: join(folder, 'known.json') })
  expect(await readKnownFailures(config.knownFailures ?? [])).toEqual([{ check: 'Op › one', reason: 'ticket 7' }])
})

test('without a file, the configuration is empty', async () => {
  expect(await readConfig(await withFiles({}))).toEqual({})
})

test('the key $schema is for editors and is not a setting', async () => {
  const folder = await withFiles({ 'faas-contracts.config.json': '{"$schema":"./schema.json","url":"http://b"}' })
  expect(await readConfig(folder)).toEqual({ url: 'http://b' })
})

test.each([
  ['a misspelled key', '{"ulr":"http://a"}', 'unknown key "ulr"; did you mean "url"?'],
  [
    'a misspelled inner key',
    '{"features":{"suported":[]}}',
    'unknown key "features.suported"; did you mean "supported"?',
  ],
  ['credentials', '{"accessKeySecret":"x"}', 'unknown key "accessKeySecret"'],
  ['a setting that only a flag has', '{"replay":"x"}', 'unknown key "replay"'],
  ['a text instead of a number', '{"concurrency":"two"}', 'concurrency must be a whole number, from 1 to 64'],
  ['an invalid prefix', '{"namePrefix":"A b"}', 'namePrefix must be a lower-case letter'],
  [
    'a known failure without a reason',
    '{"knownFailures":[{"check":"a","reason":" "}]}',
    'knownFailures.0.reason must not',
  ],
  ['a number instead of a reference', '{"reference":true}', 'reference must be a URL or false, not true'],
  ['a list instead of an object', '[]', 'the content must be an object, not []'],
  ['a list instead of features', '{"features":[]}', 'features must be an object, not []'],
  [
    'a text instead of a list',
    '{"features":{"unsupported":"A,B"}}',
    'features.unsupported must be a list of texts, not "A,B"',
  ],
  [
    'a known failure without a key',
    '{"knownFailures":[{"check":"a"}]}',
    'knownFailures.0.reason is missing; it must be a text',
  ],
  [
    'an object of known failures',
    '{"knownFailures":{}}',
    'knownFailures must be the path of a file, or a list, not {}',
  ],
  ['a key that is like no other', '{"zzz":1}', 'unknown key "zzz"; the keys are $schema, url,'],
  ['a value that breaks two rules', '{"setup":[]}', /: setup must be a text, not \[\]$/],
  ['a file that is not JSON', '{', 'is not valid JSON'],
])('%s is wrong use, and one line names the file', async (_, text, message) => {
  const folder = await withFiles({ 'faas-contracts.config.json': text })
  const reading = readConfig(folder)
  await expect(reading).rejects.toThrow(WrongUseError)
  await expect(reading).rejects.toThrow(message)
  await expect(reading).rejects.toThrow(folder)
})

test('a file of known failures with very many levels is wrong use', async () => {
  const folder = await withFiles({ 'known.json': '['.repeat(100_000) + ']'.repeat(100_000) })
  await expect(readKnownFailures(`${folder}/known.json`)).rejects.toThrow(WrongUseError)
})

test('a missing file of known failures is wrong use', async () => {
  await expect(readKnownFailures('none.json')).rejects.toThrow(/none\.json cannot be read/)
})

test('a missing configuration file is wrong use', async () => {
  await expect(readConfig(await withFiles({}), 'none.ts')).rejects.toThrow(
    /none\.ts cannot be read: there is no such file/,
  )
})
