import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import { aliyunFc20160815 as api } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import { toFlagWords, toVerifySettings, type VerifyOptions } from './verify-settings.ts'

async function toSettings(config: object, options: VerifyOptions = {}, env: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-settings-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'faas-contracts.config.json'), JSON.stringify(config))
  return await toVerifySettings(api, options, folder, env)
}

test.each<[string, object, VerifyOptions, string]>([
  ['the configuration', { account: '42', region: 'cn-x' }, {}, 'https://42.cn-x.fc.aliyuncs.com'],
  ['flags', {}, { account: '42', region: 'cn-x' }, 'https://42.cn-x.fc.aliyuncs.com'],
  ['both', { account: '42', region: 'cn-y' }, { region: 'cn-x' }, 'https://42.cn-x.fc.aliyuncs.com'],
  ['a URL, which wins', { account: '42', region: 'cn-x' }, { url: 'http://a' }, 'http://a'],
])("account and region make the vendor's own address: %s", async (_, config, options, url) => {
  expect((await toSettings(config, options)).run.baseUrl).toBe(url)
})

test.each([
  ['nothing that leads to a server', {}, /--url/],
  ['a region without an account', { region: 'cn-x' }, /needs an account/],
  ['a word that is not understood', { url: 'http://a', consistency: 1 }, /consistency/],
  ['a budget that is no number', { url: 'http://a', consistencyMs: '1' }, /consistencyMs/],
])('%s is wrong use', async (_, config, message) => {
  await expect(toSettings(config)).rejects.toThrow(message)
  await expect(toSettings(config)).rejects.toThrow(WrongUseError)
})

test('a flag wins over the same word of the configuration, and the configuration over what is usual', async () => {
  const config = {
    url: 'http://a',
    consistencyMs: 5,
    allowUndocumented: ['GetService'],
    profile: 'documented',
    budgetMs: 7,
  }
  const { run, profile } = await toSettings(config, { consistency: 9 })
  expect(run).toMatchObject({ consistencyMs: 9, allowUndocumented: ['GetService'], profile: 'documented', budgetMs: 7 })
  expect(profile).toBe('documented')
  expect((await toSettings({ url: 'http://a' })).profile).toBe('observed')
})

test('the model, how often it is asked, and that it is not, can be configured', async () => {
  const config = { url: 'http://a', reference: 'http://b', referenceRuns: 3 }
  const given = await toSettings(config)
  expect([given.reference, given.run.referenceRuns]).toEqual(['http://b', 3])
  const overruled = await toSettings(config, { reference: false, referenceRuns: 5 })
  expect([overruled.reference, overruled.run.referenceRuns]).toEqual([false, 5])
  expect((await toSettings({ url: 'http://a', reference: false })).reference).toBe(false)
  await expect(toSettings({ url: 'http://a', reference: true })).rejects.toThrow(/reference/)
})

test('the reference run is a feature that need not be claimed', async () => {
  const { unsupported } = await toSettings({ url: 'http://a' }, { unsupported: ['reference run'] })
  expect(unsupported).toEqual(['reference run'])
})

test('exchanges are kept where a report is written', async () => {
  const config = { url: 'http://a' }
  expect((await toSettings(config)).run.keepsTraffic).toBe(false)
  expect((await toSettings(config, { report: 'out' })).run.keepsTraffic).toBe(true)
  expect((await toSettings(config, {}, { GITHUB_STEP_SUMMARY: 'x' })).run.keepsTraffic).toBe(true)
})

test('a repetition is given the flags of the run, and no credentials', async () => {
  const words = toFlagWords({ region: 'cn-x', consistency: 5, allowUndocumented: ['*'], profile: 'documented' })
  expect(words.join(' ')).toBe('--region cn-x --profile documented --consistency 5 --allow-undocumented *')
})
