import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findContract } from '../contracts/apis.ts'
import { WrongUseError } from '../contracts/core/exit-codes.ts'
import { emitTests } from '../contracts/core/emit/emit-tests.ts'
import { checkTestFolder, writeTests } from '../contracts/core/emit/write-tests.ts'
import { type RunOptions, runContract } from '../contracts/index.ts'
import { createEdits } from '../contracts/mutants/edits.ts'
import type { Wrap } from '../contracts/mutants/mutant.ts'
import { serveMutant } from '../scripts/detection/server.ts'
import { toSubject } from '../scripts/detection/subject.ts'
import { cli } from './testing/cli.ts'
import { findMutant } from './testing/find-mutant.ts'

const [fc2016, fc2021, graph] = ['aliyun-fc-2016-08-15', 'aliyun-fc-2021-04-06', 'huawei-functiongraph-v2'] as const

/** A mutant, and a check that fails on it. */
const cases = [
  [fc2016, 'return-null-field @ CreateService 200 serviceName', 'create-returns-the-created-resource'],
  [fc2016, 'always-return-500 @ DeleteService 204', 'deleted-resource-is-gone'],
  [fc2016, 'read-changes-state @ GetService read service', 'repeated-read-returns-the-same'],
  [fc2016, 'other-unit @ CreateFunction 200 memorySize', 'create-returns-the-created-resource'],
  [fc2016, 'unstable-tag @ GetFunction 200 header ETag', 'unchanged-state-keeps-its-etag'],
  [fc2016, 'return-201 @ ListFunctions 200', 'update-response-equals-read'],
  [fc2016, 'delete-is-ignored @ DeleteFunction remove function', 'deleted-resource-is-not-listed'],
  [fc2016, 'return-204 @ CreateTrigger 200', 'create-returns-the-created-resource'],
  [fc2016, 'redirect-to-login @ ListTriggers 200', 'list-is-scoped-to-parent'],
  [fc2016, 'return-202 @ DeleteTrigger 204', 'deleted-resource-is-gone'],
  [fc2021, 'number-word-as-number @ PublishServiceVersion body.description', 'description-is-stored-as-sent'],
  [fc2021, 'tag-of-other-operations @ CreateAlias 200 header ETag', 'etag-equals-etag-of-read'],
  [fc2021, 'lower-case-text @ UpdateAlias body.description', 'text-is-stored-exactly'],
  [fc2021, 'missing-is-other-404 @ DeleteAlias remove alias', 'second-delete-is-rejected'],
  [fc2021, 'null-for-empty-list @ ListAliases 200 aliases', 'list-is-scoped-to-parent'],
  [fc2021, 'error-without-body @ CreateLayerVersion error InvalidArgument', 'rejects-body-required-absent'],
  [fc2021, 'error-with-403 @ ListEventSources error FunctionNotFound', 'missing-function-is-rejected'],
  [fc2021, 'reset-connection @ ClaimGPUInstance 200', 'optional-parameters-are-accepted'],
  [graph, 'accept-any-method @ UpdateFunctionConfig 200', 'unsupported-method-is-rejected'],
  [graph, 'code-of-other-case @ UpdateFunctionCode error FSS.1051', 'missing-function-is-rejected'],
] as const

/** Verifies a server with a fault, and writes the tests of the failed checks. */
async function emit(
  apiId: string,
  url: string,
  selection: Partial<Pick<RunOptions, 'replay' | 'operation'>>,
  folder: string,
) {
  const contract = findContract(apiId)
  const { supplied: fixtures } = toSubject(apiId, false)
  const runId = 'k3j9x2aa'
  const verdict = await runContract({ apiId, url, ...selection, fixtures, runId, seed: 'test', reference: false })
  const { api, resources } = contract
  const { sources } = verdict
  const facts = {
    api,
    sources,
    resources,
    baseUrl: url,
    runId,
    namePrefix: 'fct',
    consistencyMs: 0,
    omitted: new Set<string>(),
  }
  const emitted = emitTests(verdict, facts)
  await writeTests(folder, emitted, url)
  return { verdict, emitted }
}

/** Runs every test of a folder, all in one process. */
async function runTests(folder: string, url: string) {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.mjs'))
  return await new Promise<{ readonly code: unknown; readonly output: string }>((resolve) => {
    const args = ['--test', '--test-isolation=none', '--test-reporter=spec', ...files]
    const env = { ...process.env, FAAS_CONTRACTS_URL: url, NODE_TEST_CONTEXT: undefined, NODE_OPTIONS: '' }
    execFile(process.execPath, args, { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, output: stdout + stderr }),
    )
  })
}

async function serve(apiId: string, wrap?: Wrap) {
  const server = await serveMutant(toSubject(apiId, false).mock, wrap)
  onTestFinished(server.close)
  return server.url
}

async function toFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-tests-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('the cases have different operators, and each operation once', () => {
  const parts = cases.map(([, id]) => id.split(/ @ | /))
  expect(new Set(parts.map(([operator]) => operator)).size).toBe(20)
  expect(new Set(cases.map(([apiId], index) => `${apiId} ${parts[index]?.[1]}`)).size).toBe(20)
})

test.concurrent.each(cases)(
  '%s, %s: the test of %s fails on it and passes on the emulator',
  async (apiId, id, name) => {
    const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-tests-'))
    const { mock } = toSubject(apiId, false)
    const mutant = findMutant(apiId, id)
    const [faulty, correct] = [await serveMutant(mock, mutant.wrap), await serveMutant(mock)]
    try {
      const { verdict, emitted } = await emit(apiId, faulty.url, { replay: `${mutant.operation} › ${name}` }, folder)
      expect(emitted).toEqual([
        expect.objectContaining({ check: `${mutant.operation} › ${name}`, file: expect.anything() }),
      ])
      const bad = await runTests(folder, faulty.url)
      const [outcome] = verdict.outcomes
      const expected = outcome?.status === 'failed' ? outcome.violation.expected : undefined
      expect(bad.output).toContain(`expected ${expected?.replaceAll(verdict.runId, '<run>').split('\n')[0]}`)
      expect(bad.output).not.toContain('set-up:')
      expect(bad.code).toBe(1)
      const good = await runTests(folder, correct.url)
      expect(good.code, good.output).toBe(0)
      expect(good.output).toContain('pass 1')
    } finally {
      await Promise.all([faulty.close(), correct.close()])
      await rm(folder, { recursive: true })
    }
  },
)

const numberChanges = {
  'a larger number': (value: unknown) => Number(value) + 64,
  'a number as text': String,
}
const textChanges = { 'another text': (value: unknown) => `${value}0` }

/** A read of a version has a query. */
const onlyWithoutQuery =
  (wrap: Wrap): Wrap =>
  (server) => {
    const faulty = wrap(server)
    return (request) => (request.url.includes('?') ? server(request) : faulty(request))
  }

const [ofLists, ofVersions] = ['update-response-equals-read', 'each-version-keeps-its-function-state']

/** A field of a read that differs from what the other operations return, the operations, and a check that compares them. */
const faultyReads = [
  [fc2016, 'GetFunction', ['ListFunctions', 'UpdateFunction'], 'memorySize', numberChanges, ofLists],
  [fc2016, 'GetTrigger', ['ListTriggers', 'UpdateTrigger'], 'qualifier', textChanges, ofLists],
  [fc2016, 'GetService', ['ListServices', 'UpdateService'], 'description', textChanges, ofLists],
  [fc2021, 'GetFunction', ['PublishServiceVersion', 'UpdateFunction'], 'memorySize', numberChanges, ofVersions],
  [fc2021, 'GetAlias', ['ListAliases', 'UpdateAlias'], 'versionId', textChanges, ofLists],
] as const

test.each(
  faultyReads.flatMap(([apiId, operation, others, field, changes, name]) =>
    Object.entries(changes).map(
      ([what, change]) => [apiId, operation, field, what, `${others[0]} › ${name}`, others, change] as const,
    ),
  ),
)(
  '%s, %s returns %s as %s: every test fails on it and passes on the emulator, also that of %s',
  { timeout: 60_000 },
  async (apiId, operation, field, _what, check, others, change) => {
    const folder = await toFolder()
    const edits = createEdits(findContract(apiId).api)
    const url = await serve(apiId, onlyWithoutQuery(edits.mapResponseField(operation, field, change)))
    const { emitted } = await emit(apiId, url, { operation: [operation, ...others] }, folder)
    expect(emitted).toContainEqual(expect.objectContaining({ check, file: expect.anything() }))
    const count = emitted.filter((one) => 'file' in one).length
    expect((await runTests(folder, url)).output).toContain(`fail ${count}\n`)
    const good = await runTests(folder, await serve(apiId))
    expect(good.code, good.output).toBe(0)
    expect(good.output).toContain(`pass ${count}\n`)
  },
)

test('a test removes what it creates, and the same run writes the same test', async () => {
  const folder = await toFolder()
  const { wrap, operation } = findMutant(fc2016, 'return-204 @ CreateTrigger 200')
  const check = `${operation} › create-returns-the-created-resource`
  const url = await serve(fc2016, wrap)
  const { emitted } = await emit(fc2016, url, { replay: check }, folder)
  const again = await emit(fc2016, url, { replay: check }, folder)
  expect(again.emitted).toEqual(emitted)
  expect(await readdir(folder)).toEqual(['README.md', 'create-trigger.create-returns-the-created-resource.test.mjs'])
  const emulator = await serve(fc2016)
  expect((await runTests(folder, emulator)).code).toBe(0)
  expect(await (await fetch(`${emulator}/2016-08-15/services`)).json()).toEqual({ services: [] })
})

test('a rule that compares several responses has no test, and the README gives the reason', async () => {
  const folder = await toFolder()
  const { wrap } = findMutant(fc2016, 'modified-time-goes-back @ UpdateFunction update function')
  const check = 'UpdateFunction › each-update-advances-last-modified-time'
  await emit(fc2016, await serve(fc2016, wrap), { replay: check }, folder)
  expect(await readdir(folder)).toEqual(['README.md'])
  const text = await readFile(join(folder, 'README.md'), 'utf8')
  expect(text).toContain(`## Checks without a test (1)\n\n- ${check}: The rule compares several responses.`)
})

test('files of others are not overwritten', async () => {
  const folder = await toFolder()
  await writeFile(join(folder, 'mine.test.mjs'), '// my own test')
  await expect(checkTestFolder(folder)).rejects.toThrow(
    new WrongUseError(`${folder} contains mine.test.mjs, which --emit-tests did not write; use an empty folder`),
  )
})

test('the flag writes the tests of a run, and the output counts them', async () => {
  const folder = await toFolder()
  const { wrap } = findMutant(fc2016, 'always-return-500 @ DeleteService 204')
  const url = await serve(fc2016, wrap)
  const args = [
    cli,
    'verify',
    fc2016,
    '--url',
    url,
    '--replay',
    'DeleteService › deleted-resource-is-gone',
    '--emit-tests',
    'out',
  ]
  const stdout = await new Promise<string>((resolve) =>
    execFile(process.execPath, args, { cwd: folder }, (_, text) => resolve(text)),
  )
  expect(stdout).toContain(`1 test of 1 failed check in ${join(folder, 'out')}`)
  expect((await runTests(join(folder, 'out'), url)).code).toBe(1)
  expect((await runTests(join(folder, 'out'), await serve(fc2016))).code).toBe(0)
})
