import { glob, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, matchesGlob } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { expect, onTestFinished, test } from 'vitest'
import { apis } from '../schemas/apis.ts'
import { readPage, root, toCodes, toRows, toSection } from './testing/pages.ts'

const { default: configuration, rows } = (await import(join(root, '.dependency-cruiser.mjs'))) as {
  readonly default: { readonly forbidden: IForbiddenRuleType[]; readonly options: ICruiseOptions }
  readonly rows: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[]
}
const architecture = await readPage('ARCHITECTURE.md')
const section = toSection(architecture, '## Import table')
const names = configuration.forbidden.map(({ name = '' }) => name)

test('each row of the table is a rule, and each rule is a row or is named below the table', () => {
  expect(rows.length).toBeGreaterThan(10)
  expect(rows).toEqual(toRows(section).map(([from = '', to = '']) => ({ from: toCodes(from), to: toCodes(to) })))
  const others = names.filter((name) => !name.startsWith('import-table: ')).map((name) => name.split(':')[0] ?? '')
  const named = [...section.matchAll(/^- `([a-z-]+)`/gm)].map(([, name = '']) => name)
  expect([...new Set(others)].sort()).toEqual(named.toSorted())
  expect(names.filter((name) => name.startsWith('import-table: '))).toHaveLength(rows.length)
})

test('each row matches files', async () => {
  const files: string[] = []
  for await (const file of glob('{schemas,mocks,contracts,scripts,tests}/**/*.ts', { cwd: root })) files.push(file)
  const patterns = (name: string) => apis.map(({ id }) => name.replace('<api>', id).replace(/\/$/, '/**'))
  const isUsed = (name: string) => patterns(name).some((pattern) => files.some((file) => matchesGlob(file, pattern)))
  expect(rows.filter(({ from }) => !from.some(isUsed))).toEqual([])
})

/** A file, what it imports, and the start of the name of each rule that rejects the import. */
const imports: readonly (readonly [file: string, target: string, ...rules: readonly string[]])[] = [
  ['schemas/core/a.ts', 'node:fs', 'import-table: schemas/core/'],
  ['schemas/core/b.ts', '../apis.ts', 'import-table: schemas/core/'],
  ['schemas/core/c.ts', 'zod'],
  ['schemas/aliyun-fc-2016-08-15/a.ts', '../huawei-functiongraph-v2/api.ts', 'import-table: schemas/<api>/'],
  ['schemas/aliyun-fc-2016-08-15/b.ts', './api.ts'],
  ['mocks/core/a.ts', 'node:fs', 'import-table: mocks/core/'],
  ['mocks/core/b.ts', 'msw', 'import-table: mocks/core/'],
  ['mocks/core/c.ts', '../../contracts/core/contract.ts', 'import-table: mocks/core/'],
  ['mocks/core/d.ts', './account.test.ts', 'no-test-code: mocks/core/', 'nothing-imports-a-test'],
  ['mocks/core/e.ts', './no-such-file.ts', 'import-table: mocks/core/', 'resolvable'],
  ['mocks/core/f.ts', '../../schemas/core/api.ts'],
  ['mocks/huawei-functiongraph-v2/a.ts', '../adapters/http/node.ts', 'import-table: mocks/<api>/'],
  ['mocks/a.test.ts', '../contracts/apis.ts', 'import-table: mocks/**/*.test.ts'],
  ['mocks/b.test.ts', './adapters/testing/limits.ts'],
  ['mocks/adapters/a.ts', './testing/limits.ts', 'no-test-code: mocks/adapters/'],
  ['contracts/core/a.ts', '../../mocks/core/emulator.ts', 'import-table: contracts/core/'],
  ['contracts/core/b.ts', '../mutants/mutants.ts', 'import-table: contracts/core/'],
  ['contracts/core/c.ts', '../../scripts/cli.ts', 'import-table: contracts/core/'],
  ['scripts/a.ts', '../tests/testing/pages.ts', 'import-table: scripts/', 'no-test-code'],
  ['tests/a.test.ts', '../mocks/core/emulator.ts'],
  ['other/a.ts', '../tests/testing/pages.ts'],
  ['tests/b.test.ts', '../schemas/no-row/a.ts', 'every-file-has-a-row'],
]

test('the rules reject these imports and no others', { timeout: 60_000 }, async () => {
  const folder = join(root, 'build', 'import-table')
  await rm(folder, { recursive: true, force: true })
  onTestFinished(() => rm(folder, { recursive: true }))
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  for (const [file, target] of imports) {
    const path = join(dirname(file), target)
    if (target.startsWith('.') && !path.includes('no-such-file')) await write(path, 'export interface Value {}\n')
  }
  // Imports of types count as much as imports of values.
  for (const [file, target] of imports)
    await write(file, `import type { Value } from '${target}'\nexport type A = Value\n`)
  await write('mocks/core/cycle-a.ts', "import type { B } from './cycle-b.ts'\nexport type A = B | string\n")
  await write('mocks/core/cycle-b.ts', "import type { A } from './cycle-a.ts'\nexport type B = A[]\n")

  const { doNotFollow, tsPreCompilationDeps } = configuration.options
  const ruleSet = { forbidden: configuration.forbidden }
  const { output } = await cruise(['.'], {
    baseDir: folder,
    validate: true,
    ruleSet,
    doNotFollow,
    tsPreCompilationDeps,
  })
  const { violations } = (output as ICruiseResult).summary
  const found = (file: string) => violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)
  for (const [file, target, ...rules] of imports) {
    const message = `${file} imports ${target}`
    expect(found(file), message).toHaveLength(rules.length)
    for (const rule of rules)
      expect(
        found(file).some((name) => name.startsWith(rule)),
        `${message}: ${found(file)}`,
      ).toBe(true)
  }
  expect(found('mocks/core/cycle-a.ts')).toEqual(['no-cycles'])
})
