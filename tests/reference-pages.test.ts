import { execFile, execFileSync } from 'node:child_process'
import { glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { contracts } from '../contracts/apis.ts'
import { exitCodes } from '../contracts/core/exit-codes.ts'
import { judgedRules } from '../contracts/core/judge/judgement.ts'
import { ReportModel } from '../contracts/core/report/model.ts'
import { serve } from '../mocks/adapters/http/node.ts'
import { limits } from '../mocks/adapters/testing/shared-suite/limits.ts'
import { commands } from '../mocks/core/control/commands.ts'
import { toBlocks } from '../scripts/pack/code-blocks.ts'
import { cli } from './testing/cli.ts'
import { readPage, root, toCodes, toRows, toSection } from './testing/pages.ts'

const run = promisify(execFile)

/** The first column of a page's table, without backticks. */
const toNames = (text: string) => toRows(text).flatMap(([first = '']) => toCodes(first))

const controlApi = await readPage('docs/reference/control-api.md')
const controls = toRows(controlApi).map(([, names = '', line = '']) => ({
  names: toCodes(names),
  line: toCodes(line)[0] ?? '',
}))

test('control-api.md: each command works as written, in the order of the page', async () => {
  const served = await serve({ port: 0 })
  onTestFinished(served.close)
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-control-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const seed = toBlocks(controlApi).find(({ name }) => name === 'seed.yaml')?.text ?? ''
  await writeFile(join(folder, 'seed.yaml'), seed)
  for (const { line } of controls) {
    const command = line.replace('curl ', 'curl -sSf ').replaceAll('http://127.0.0.1:4010', served.url)
    await expect(run('sh', ['-c', command], { cwd: folder }), line).resolves.toMatchObject({ stderr: '' })
  }
  // The faults of the page are gone, and the imported state is the one that was exported.
  const path = '/2016-08-15/services/greetings/functions/hello/invocations'
  const invoked = await fetch(served.url + path, { method: 'POST' })
  expect(await invoked.text()).toBe('hello world')
})

test('control-api.md lists every command, over HTTP and in code', async () => {
  const listed = new Set(
    controls.map(({ line }) => {
      const [, path = ''] = /\/_mock((?:\/[\w-]+)+)/.exec(line) ?? []
      const [, method = / (-d|--data-binary) /.test(line) ? 'POST' : 'GET'] = / -X (\w+)/.exec(line) ?? []
      return `${method} ${path}`
    }),
  )
  const existing = [...commands].flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
  expect([...listed].sort()).toEqual(existing.sort())

  const { emulator, close } = await serve({ port: 0 })
  await close()
  const { handle: _, mocks: __, maxBodyBytes: ___, revision: ____, ...functions } = emulator
  const names = Object.entries(functions).flatMap(([name, control]) =>
    typeof control === 'function' ? [name] : Object.keys(control).map((part) => `${name}.${part}`),
  )
  expect([...new Set(controls.flatMap((row) => row.names))].sort()).toEqual(names.sort())
})

const commandLine = await readPage('docs/reference/command-line.md')

test.each(['list', 'spec', 'mock', 'cleanup', 'merge', 'report'])(
  'command-line.md lists every flag of %s and no other',
  (verb) => {
    const help = execFileSync(process.execPath, [cli, verb, '--help'], { encoding: 'utf8' })
    const flags = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag = '']) => flag)
    const listed = toNames(toSection(commandLine, `## ${verb}`)).filter((name) => name.startsWith('--'))
    expect(listed.toSorted()).toEqual(flags.filter((flag) => flag !== '--help').toSorted())
  },
)

test('command-line.md explains every exit code', () => {
  const codes = toRows(toSection(commandLine, '## Exit codes')).map(([code]) => Number(code))
  expect(codes).toEqual(Object.values(exitCodes))
})

test('adapters.md lists the limits that the shared scenarios know', async () => {
  const listed = toRows(toSection(await readPage('docs/reference/adapters.md'), '## Limits'))
  expect(listed).toEqual(limits.map(({ what, where, because, instead }) => [what, where, because, instead]))
})

test('report-format.md lists every key of a report', async () => {
  const section = toSection(await readPage('docs/reference/report-format.md'), '## `report.json`')
  const keys = toNames(section.split('A check in `outcomes`')[0] ?? '')
  expect(keys.toSorted()).toEqual(Object.keys(ReportModel.shape).toSorted())
})

test('verification.md lists every fixture', async () => {
  const listed = toRows(toSection(await readPage('docs/reference/verification.md'), '## Fixtures'))
  const existing = contracts.flatMap(({ fixtures = [], reduced }) =>
    [...fixtures, ...(reduced?.contract.fixtures ?? [])].map(({ name, required }) => [
      `\`${name}\``,
      required ? 'yes' : 'no',
    ]),
  )
  expect(listed.map(([, name, required]) => [name, required])).toEqual(existing)
})

test('verification.md lists every rule of the judge', async () => {
  const section = toSection(await readPage('docs/reference/verification.md'), '### Passive checks')
  expect(toNames(section).toSorted()).toEqual(Object.keys(judgedRules).toSorted())
})

test('documents.md lists every extension of the documents', async () => {
  const found = new Set<string>()
  for await (const file of glob('generated/*/openapi*.yaml', { cwd: root })) {
    for (const [, key = ''] of (await readFile(join(root, file), 'utf8')).matchAll(/^ *(?:- )?(x-[a-z-]+):/gm))
      found.add(key)
  }
  const listed = toNames(toSection(await readPage('docs/reference/documents.md'), '## Extensions'))
  expect(listed.toSorted()).toEqual([...found].sort())
})
