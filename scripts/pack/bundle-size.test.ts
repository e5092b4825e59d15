import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { removeTexts } from '../bundle/remove-texts.ts'
import { findExcess, sizeBudgets } from './bundle-size.ts'

const root = join(import.meta.dirname, '..', '..')
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, { readonly default: string }>
} // our own file

/** The source of an entry point. A pattern of the exports stands for every file of a folder. */
function toSource(entry: string): string {
  const found = exports[`./${entry}`] ?? exports[`./${entry.replace(/[^/]+$/, '*')}`]
  const name = entry.split('/').at(-1) ?? ''
  return join(root, (found?.default ?? '').replace('./dist/', '').replace('*', name).replace(/\.js$/, '.ts'))
}

test.each(sizeBudgets)('E06: $entry takes at most $kilobytes kB and contains no other API', async (budget) => {
  const plugins = budget.entry.startsWith('mocks/') ? [removeTexts(join(root, 'schemas'))] : []
  const { kilobytes, excess } = await findExcess(budget, toSource(budget.entry), root, plugins)
  expect(excess).toEqual([])
  expect(kilobytes).toBeGreaterThan(1)
})

/** Imports the modules in its arguments and prints what they add to the global object and to the prototypes of its classes. */
const program = `
await Promise.all([import('zod'), import('msw')])
const toKeys = () => Object.entries(Object.getOwnPropertyDescriptors(globalThis)).flatMap(([name, { value }]) => [
  name,
  ...(typeof value === 'function' && value.prototype ? Reflect.ownKeys(value.prototype).map((key) => name + '.' + String(key)) : []),
])
const before = new Set(toKeys())
for (const file of process.argv.slice(1)) await import(file)
console.log(JSON.stringify(toKeys().filter((key) => !before.has(key))))
`

test('E06: no entry point has an effect on anything global, as sideEffects states', async () => {
  const { sideEffects } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { sideEffects: unknown } // our own file
  expect(sideEffects).toBe(false)
  const entries = Object.entries(exports).flatMap(([path, { default: file }]) =>
    file && !/\*|vitest|\/types$/.test(path) ? [toSource(path.slice(2))] : [],
  )
  expect(entries.length).toBeGreaterThan(10)
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program, ...entries], {
    cwd: root,
  })
  expect(await run).toEqual({ stdout: '[]\n', stderr: '' })
})

test('E06: the budget of one API finds the entry point of all APIs', async () => {
  const [budget] = sizeBudgets
  if (!budget) throw new Error('no budget')
  const { excess } = await findExcess(budget, toSource('mocks/msw'), root)
  expect(excess).toEqual([
    expect.stringContaining('kB is more than'),
    'it contains Function Compute 2021-04-06',
    'it contains FunctionGraph v2',
  ])
})
