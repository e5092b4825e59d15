import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { findContract } from '../contracts/apis.ts'
import { listSettings } from '../contracts/settings/flags.ts'
import { ConfigModel, defaults, defineConfig, SettingsModel } from '../contracts/settings/settings.ts'
import { renderConfigSchema, renderSettings } from '../scripts/settings/render.ts'
import { cli } from './testing/cli.ts'

const root = join(import.meta.dirname, '..')
const page = await readFile(join(root, 'docs', 'reference', 'configuration.md'), 'utf8')

test.each([...renderSettings()])('%s is up to date', async (path, text) => {
  expect(await readFile(join(root, path), 'utf8'), 'run: npm run settings').toBe(text)
})

test('the page, the help and the settings have the same flags', () => {
  const help = execFileSync(process.execPath, [cli, 'verify', '--help'], {
    encoding: 'utf8',
  })
  const ofHelp = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag = '']) => flag)
  const cells = page.split('\n').flatMap((line) => (line.startsWith('| `--') ? [line.split('|')[1] ?? ''] : []))
  const ofPage = cells.flatMap((cell) => [...cell.matchAll(/--[a-z-]+/g)].map(([flag]) => flag))
  const ofSettings = listSettings().flatMap(({ flag, negation }) =>
    [flag, negation?.flag].filter((one) => one !== undefined),
  )
  expect(ofHelp.filter((flag) => flag !== '--help').toSorted()).toEqual(ofSettings.toSorted())
  expect(ofPage.toSorted()).toEqual(ofSettings.toSorted())
})

test('every default in the help is the default of the library', () => {
  const help = execFileSync(process.execPath, [cli, 'verify', '--help'], {
    encoding: 'utf8',
  })
  const words = help.replaceAll(/\s+/g, ' ')
  for (const name of [
    'timeoutMs',
    'budgetMs',
    'concurrency',
    'seed',
    'namePrefix',
    'consistencyMs',
    'profile',
  ] as const) {
    expect(words).toContain(`default: ${defaults[name]})`)
  }
})

test('the samples of the page are valid configurations', () => {
  const [, json = ''] = /```json faas-contracts.config.json\n(.*?)```/s.exec(page) ?? []
  const [, typed = ''] = /export default defineConfig\((\{.*?\})\)\n```/s.exec(page) ?? []
  const config = ConfigModel.parse(JSON.parse(json))
  expect(config.fixtures).toEqual({ serviceName: 'for-checks', removeWith: 'aliyun-fc-2016-08-15' })
  const { knownFailures } = ConfigModel.parse(new Function(`return ${typed}`)())
  const ids = findContract('aliyun-fc-2016-08-15').checks.map(({ id }) => id)
  for (const failure of knownFailures) expect(ids).toContain(typeof failure === 'string' ? failure : failure.check)
  expect(knownFailures).toHaveLength(1)
})

test('the JSON Schema accepts what the tool accepts, and rejects what it rejects', () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(renderConfigSchema()))
  const configs: readonly [unknown, boolean][] = [
    [{}, true],
    [
      {
        $schema: './config.schema.json',
        url: 'http://a',
        features: { supported: ['Service'] },
        fixtures: { a: ['b'] },
      },
      true,
    ],
    [{ reference: false, knownFailures: 'known.json' }, true],
    [{ knownFailures: [{ check: 'a', reason: 'b' }] }, true],
    [{ ulr: 'http://a' }, false],
    [{ concurrency: 0 }, false],
    [{ profile: 'strict' }, false],
    [{ reference: true }, false],
    [{ namePrefix: 'A b' }, false],
    [{ operation: 'CreateService' }, false],
  ]
  for (const [config, isValid] of configs) {
    expect([config, validate(config), ConfigModel.safeParse(config).success]).toEqual([config, isValid, isValid])
  }
})

test('a configuration is also valid as the settings of the library', () => {
  const config = defineConfig({ url: 'http://a', consistencyMs: 5 })
  expect(SettingsModel.parse(config)).toMatchObject({ ...defaults, url: 'http://a', consistencyMs: 5 })
})
