import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { huaweiFunctionGraphV2 } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { type Client, MissingError } from './client.ts'
import { openapiFetch } from './languages/typescript.ts'
import { step } from './scenario/scenario.ts'
import { tryClient } from './try-client.ts'

let build = ''
beforeEach(async () => {
  build = await mkdtemp(join(tmpdir(), 'clients-'))
})
afterEach(() => rm(build, { recursive: true }))

const api = huaweiFunctionGraphV2.id
const scenario = {
  api,
  forced: huaweiFunctionGraphV2.operations.updateFunctionCode,
  steps: [step('one', { status: 200 })],
}

/** A client whose program is JavaScript text. */
const toClient = (program: string, parts: Partial<Client> = {}): Client => ({
  ...openapiFetch,
  id: 'fake',
  signs: [],
  prepare: async () => {},
  generate: async () => '',
  compile: async () => {},
  command: () => [process.execPath, '-e', program],
  ...parts,
})

const attempt = (client: Client, generateOnly = false) =>
  tryClient(client, { scenarios: [scenario], build, generated: '', generateOnly, signal: new AbortController().signal })

const right = 'console.log(JSON.stringify({ step: "one", status: 200 }))'

test('a client passes if its program prints the expected lines', async () => {
  const { made, runs } = await attempt(toClient(right))
  expect([made, [...runs]]).toEqual([{ kind: 'passed' }, [[api, { kind: 'passed' }]]])
})

test('a client fails if its program prints other lines or fails', async () => {
  const other = await attempt(toClient('console.log(JSON.stringify({ step: "one", status: 500 }))'))
  expect(other.runs.get(api)).toMatchObject({ kind: 'failed', details: 'one: status is 500, not 200' })
  const broken = await attempt(toClient(`${right}; console.error("the reason"); process.exit(1)`))
  expect(broken.runs.get(api)).toMatchObject({ kind: 'failed', details: expect.stringContaining('the reason') })
})

test('a program that can sign runs again against a mock that verifies signatures', async () => {
  const show = 'console.log(JSON.stringify({ step: "one", status: process.env.MOCK_KEY_ID ? 200 : 100 }))'
  const { runs } = await attempt(toClient(show, { signs: [api] }))
  expect([...runs].map(([name, { kind }]) => [name, kind])).toEqual([
    [api, 'failed'],
    [`${api}, signed`, 'passed'],
  ])
})

test('a client with a missing tool is skipped with the reason', async () => {
  const prepare = () => Promise.reject(new MissingError('go is not installed'))
  const { made, runs } = await attempt(toClient(right, { prepare }))
  expect([made, runs.size]).toEqual([{ kind: 'skipped', reason: 'go is not installed' }, 0])
})

test('a failed step is reported with its name and output', async () => {
  const compile: Client['compile'] = async (work) => {
    await work.run('the compiler', process.execPath, ['-e', 'console.log("line 1"); process.exit(2)'])
  }
  expect((await attempt(toClient(right, { compile }))).made).toEqual({
    kind: 'failed',
    reason: 'the compiler failed',
    details: 'line 1\n',
  })
})

test('an unknown warning and an invented name are failures', async () => {
  const warned = await attempt(toClient(right, { generate: async () => 'WARN strange schema\n' }))
  expect(warned.made).toMatchObject({ kind: 'failed', details: 'WARN strange schema' })
  const named = toClient(right, {
    generate: async (work) => {
      await writeFile(join(work.folder, 'a.ts'), 'export interface InlineResponse200 {}')
      return ''
    },
  })
  expect((await attempt(named)).made).toMatchObject({ kind: 'failed', details: 'InlineResponse200 in a.ts' })
})

test('with generateOnly, nothing is compiled or run', async () => {
  const { made, runs } = await attempt(toClient('', { compile: () => Promise.reject(new Error('compiled')) }), true)
  expect([made, runs.size]).toEqual([{ kind: 'passed' }, 0])
})
