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

/** A client whose program is a text of JavaScript. */
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

test('a client passes whose program brings back what it must', async () => {
  const { made, runs } = await attempt(toClient(right))
  expect([made, [...runs]]).toEqual([{ kind: 'passed' }, [[api, { kind: 'passed' }]]])
})

test('a client fails whose program brings back something else, or ends badly', async () => {
  const other = await attempt(toClient('console.log(JSON.stringify({ step: "one", status: 500 }))'))
  expect(other.runs.get(api)).toMatchObject({ kind: 'failed', details: 'one: status is 500, not 200' })
  const broken = await attempt(toClient(`${right}; console.error("the reason"); process.exit(1)`))
  expect(broken.runs.get(api)).toMatchObject({ kind: 'failed', details: expect.stringContaining('the reason') })
})

test('a program that can sign is run again against a mock that verifies', async () => {
  const show = 'console.log(JSON.stringify({ step: "one", status: process.env.MOCK_KEY_ID ? 200 : 100 }))'
  const { runs } = await attempt(toClient(show, { signs: [api] }))
  expect([...runs].map(([name, { kind }]) => [name, kind])).toEqual([
    [api, 'failed'],
    [`${api}, signed`, 'passed'],
  ])
})

test('what is missing is named, and nothing is run', async () => {
  const prepare = () => Promise.reject(new MissingError('there is no go'))
  const { made, runs } = await attempt(toClient(right, { prepare }))
  expect([made, runs.size]).toEqual([{ kind: 'skipped', reason: 'there is no go' }, 0])
})

test('a step that fails says which and why', async () => {
  const compile: Client['compile'] = async (work) => {
    await work.run('the compiler', process.execPath, ['-e', 'console.log("line 1"); process.exit(2)'])
  }
  expect((await attempt(toClient(right, { compile }))).made).toEqual({
    kind: 'failed',
    reason: 'the compiler failed',
    details: 'line 1\n',
  })
})

test('a warning that nobody has read, and a name that the generator made up, fail', async () => {
  const warned = await attempt(toClient(right, { generate: async () => 'WARN odd schema\n' }))
  expect(warned.made).toMatchObject({ kind: 'failed', details: 'WARN odd schema' })
  const named = toClient(right, {
    generate: async (work) => {
      await writeFile(join(work.folder, 'a.ts'), 'export interface InlineResponse200 {}')
      return ''
    },
  })
  expect((await attempt(named)).made).toMatchObject({ kind: 'failed', details: 'InlineResponse200 in a.ts' })
})

test('generating alone compiles and runs nothing', async () => {
  const { made, runs } = await attempt(toClient('', { compile: () => Promise.reject(new Error('compiled')) }), true)
  expect([made, runs.size]).toEqual([{ kind: 'passed' }, 0])
})
