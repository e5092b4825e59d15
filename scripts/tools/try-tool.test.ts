import { expect, test } from 'vitest'
import { MissingError, type Work } from '../clients/client.ts'
import { findRow, toTable, withTable } from './table.ts'
import { AspectError, type Tool } from './tool.ts'
import { tryTool } from './try-tool.ts'

const work: Work = {
  folder: '/none',
  apis: ['an-api'],
  signal: new AbortController().signal,
  toDocument: (api, name) => `${api}/${name}`,
  run: async () => '',
}
const tool: Tool = {
  id: 'a-tool',
  version: '1.0.0',
  document: 'OpenAPI 3.1',
  fast: true,
  prepare: async () => {},
  checks: { loads: async () => {}, compiles: () => Promise.reject(new AspectError('no compiler')) },
}

test('an aspect that does not hold is a failure, unless a limit explains it', async () => {
  const { outcome, found } = await tryTool(tool, work)
  expect(outcome).toMatchObject({ kind: 'failed', details: 'the output compiles: no: no compiler' })
  expect([...found]).toEqual([
    ['loads', 'yes'],
    ['compiles', 'no'],
  ])
  expect((await tryTool({ ...tool, limits: { compiles: 'It cannot.' } }, work)).outcome).toEqual({ kind: 'passed' })
})

test('a limit that no longer exists is a failure', async () => {
  const { outcome } = await tryTool({ ...tool, limits: { loads: 'It cannot.', compiles: 'It cannot.' } }, work)
  expect(outcome).toMatchObject({
    kind: 'failed',
    details: 'the document loads: yes, but a limit is documented: It cannot.',
  })
})

test('a tool with a missing toolchain is skipped', async () => {
  const prepare = () => Promise.reject(new MissingError('go is not installed'))
  expect(await tryTool({ ...tool, prepare }, work)).toMatchObject({
    outcome: { kind: 'skipped', reason: 'go is not installed' },
  })
})

test('the table has a row for each tool with its limits, and replaces the old table', async () => {
  const tried = await tryTool({ ...tool, limits: { compiles: 'It cannot.' }, note: 'A note.' }, work)
  const table = toTable([tried])
  const row = '| a-tool | 1.0.0 | OpenAPI 3.1 | yes | no | – | – | – | yes | It cannot. A note. |'
  expect(table.split('\n').at(-1)).toBe(row)
  const page = withTable('a\n<!-- tools:start -->\nold\n<!-- tools:end -->\nb', table)
  expect(page).toMatch(/^a\n<!-- tools:start -->\n\n\| tool [\s\S]*\|\n\n<!-- tools:end -->\nb$/)
  expect(findRow(page, table, 'a-tool')).toEqual({ documented: row, actual: row })
  expect(() => withTable('no markers', table)).toThrow('the text lacks')
})
