import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WrongUseError } from '../../contracts/core/exit-codes.ts'
import { planRun } from '../../contracts/run/plan-run.ts'
import { toReplayFlags } from '../../contracts/settings/flags.ts'
import type { CommandSettings } from '../../contracts/settings/settings.ts'
import { toRunOptions } from './verify-settings.ts'

async function toOptions(config: object, flags: CommandSettings = {}, env: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-settings-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, 'faas-contracts.config.json'), JSON.stringify(config))
  return await toRunOptions('aliyun-fc-2016-08-15', flags, folder, env)
}

const toPlan = async (...args: Parameters<typeof toOptions>) => planRun(await toOptions(...args))

test.each<[string, object, CommandSettings, string]>([
  ['the configuration', { account: '42', region: 'cn-x' }, {}, 'https://42.cn-x.fc.aliyuncs.com'],
  ['flags', {}, { account: '42', region: 'cn-x' }, 'https://42.cn-x.fc.aliyuncs.com'],
  ['both', { account: '42', region: 'cn-y' }, { region: 'cn-x' }, 'https://42.cn-x.fc.aliyuncs.com'],
  ['a URL, which takes precedence', { account: '42', region: 'cn-x' }, { url: 'http://a' }, 'http://a'],
])("account and region give the vendor's own address: %s", async (_, config, flags, url) => {
  expect((await toPlan(config, flags)).baseUrl).toBe(url)
})

test.each([
  ['a missing address', {}, /--url/],
  ['a region without an account', { region: 'cn-x' }, /\{accountId\}: use --account/],
  ['an unknown key', { url: 'http://a', consistency: 1 }, /unknown key "consistency"; did you mean "consistencyMs"\?/],
  ['a text instead of a number', { url: 'http://a', consistencyMs: '1' }, /consistencyMs must be a whole number/],
])('%s is wrong use', async (_, config, message) => {
  await expect(toPlan(config)).rejects.toThrow(message)
  await expect(toPlan(config)).rejects.toThrow(WrongUseError)
})

test('a flag takes precedence over the file, and the file over the default', async () => {
  const config = {
    url: 'http://a',
    consistencyMs: 5,
    allowUndocumented: ['GetService'],
    profile: 'documented',
    budgetMs: 7,
    features: { unsupported: ['Trigger'] },
    fixtures: { one: '1', two: '2' },
  }
  const options = await toOptions(config, {
    consistencyMs: 9,
    fixtures: { two: ['3'] },
    features: { supported: ['Service'] },
  })
  expect(options).toMatchObject({
    consistencyMs: 9,
    allowUndocumented: ['GetService'],
    profile: 'documented',
    budgetMs: 7,
    fixtures: { one: '1', two: ['3'] },
    features: { supported: ['Service'], unsupported: ['Trigger'] },
    cleanupLog: '.faas-contracts',
  })
  const { settings } = await toPlan({ url: 'http://a' })
  expect(settings).toMatchObject({ profile: 'observed', timeoutMs: 10_000, cleanupLog: '.faas-contracts' })
})

test('the reference and the number of its sequences can be configured', async () => {
  const config = { url: 'http://a', reference: 'http://b', referenceRuns: 3 }
  expect(await toOptions(config)).toMatchObject({ reference: 'http://b', referenceRuns: 3 })
  expect(await toOptions(config, { reference: false, referenceRuns: 5 })).toMatchObject({
    reference: false,
    referenceRuns: 5,
  })
  await expect(toOptions({ url: 'http://a', reference: true })).rejects.toThrow(/reference must be/)
})

test('the reference run is a feature that a target need not support', async () => {
  const { unsupported } = await toPlan({ url: 'http://a' }, { features: { unsupported: ['reference run'] } })
  expect(unsupported).toEqual(['reference run'])
})

test('exchanges are kept if a report is written', async () => {
  const config = { url: 'http://a' }
  expect((await toPlan(config)).keepsTraffic).toBe(false)
  expect((await toPlan(config, { report: 'out' })).keepsTraffic).toBe(true)
  expect((await toPlan(config, {}, { GITHUB_STEP_SUMMARY: 'x' })).keepsTraffic).toBe(true)
})

test('a replay has the flags of the run, and no credentials', () => {
  const flags = toReplayFlags({
    url: 'http://a',
    region: 'cn-x',
    consistencyMs: 5,
    allowUndocumented: ['*'],
    profile: 'documented',
    features: { unsupported: ['Trigger', 'Alias'] },
    fixtures: { functionUrn: ['a', 'b'] },
    reference: false,
    operation: ['GetService', 'GetAlias'],
    grep: 'stored',
    report: 'out',
    dryRun: true,
  })
  expect(flags.join(' ')).toBe(
    '--region cn-x --consistency 5 --profile documented --unsupported Trigger,Alias --allow-undocumented * --fixture functionUrn=a --fixture functionUrn=b --no-reference --operation GetService --operation GetAlias --grep stored',
  )
})
