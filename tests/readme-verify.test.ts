import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findContract } from '../contracts/apis.ts'
import { type Config, ConfigModel } from '../contracts/settings/config.ts'
import { exitCodes } from '../contracts/core/exit-codes.ts'
import { toUnsupported } from '../contracts/core/feature.ts'
import { defaults } from '../contracts/settings/settings.ts'

const root = join(import.meta.dirname, '..')
const readme = await readFile(join(root, 'README.md'), 'utf8')
const [, section = ''] = /### What `verify` can be told\n(.*?)\n## /s.exec(readme) ?? []
const [, sample = ''] = /```json\n(.*?)```/s.exec(section) ?? []

test('the sample of a configuration is read, says everything that can be said, and what it repeats are the defaults', () => {
  const config: Config = ConfigModel.parse(JSON.parse(sample))
  expect(Object.keys(config).sort()).toEqual(Object.keys(ConfigModel.shape).sort())
  const said = Object.fromEntries(Object.entries(config).filter(([name]) => name in defaults))
  expect(said).toEqual(defaults)
  const contract = findContract('aliyun-fc-2016-08-15')
  expect(toUnsupported(contract, config.features ?? {})).toEqual([])
  const ids = contract.checks.map(({ id }) => id)
  for (const known of [config.knownFailures ?? []].flat()) {
    expect(typeof known === 'string' ? known : ids).toContain(typeof known === 'string' ? known : known.check)
  }
})

test('every flag of verify stands in the table, and every flag of the table is one', () => {
  const help = execFileSync(process.execPath, [join(root, 'scripts', 'cli.ts'), 'verify', '--help'], {
    encoding: 'utf8',
  })
  const flags = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag = '']) => flag)
  const rows = section.split('\n').filter((line) => line.startsWith('| `--'))
  const told = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/--[a-z-]+/g)].map(([flag]) => flag))
  expect(told.toSorted()).toEqual(flags.filter((flag) => flag !== '--help').toSorted())
})

test('every exit code is explained', () => {
  const codes = [...section.matchAll(/^\| (\d) \|/gm)].map(([, code]) => Number(code))
  expect(codes).toEqual(Object.values(exitCodes))
})
