import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Check } from '../core/check.ts'
import { renderOutcome } from '../core/report/terminal.ts'
import { runOn } from '../testing/detect.ts'
import { huaweiFunctionGraphV2Contract as contract } from './contract.ts'
import { startFakeFunctionGraph, urn } from './testing/fake.ts'
import { cases } from './testing/faults.ts'

/** The fake ignores signatures. Another test covers them. */
const isUnsigned = ({ feature }: Check) => feature !== 'Signature'

const supplied = { functionUrn: [urn], runtime: ['Python3.9'] }

test('a conforming server passes every check', async () => {
  const outcomes = await runOn(contract, await startFakeFunctionGraph(), supplied, isUnsigned)
  const wrong = outcomes.filter(({ status }) => status !== 'passed')
  expect(wrong.map((outcome) => `${outcome.check.id}: ${renderOutcome(outcome)}`)).toEqual([])
}, 120_000)

test('settings are restored as far as requests can express them, and code from a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'faas-contracts-code-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const codeFile = join(folder, 'index.zip')
  await writeFile(codeFile, 'PK')
  const fake = await startFakeFunctionGraph()
  const before = { ...fake.state.get(urn) }
  const fits = ({ name }: { readonly name: string }) =>
    /^((code|settings)-update-keeps-|description-is-returned-as-set)/.test(name)
  const outcomes = await runOn(contract, fake, { ...supplied, codeFile: [codeFile] }, fits)
  const after = fake.state.get(urn)
  expect(after).toMatchObject({ digest: before.digest, code_filename: 'index.zip', description: '' })
  expect(outcomes.flatMap(({ leftBehind }) => leftBehind).at(-1)).toMatch(
    /^functionUrn urn:.*:pooled: not as before, and no request takes it away: .*initializer_handler/,
  )
})

test('code that cannot be restored is reported', async () => {
  const fits = ({ name }: { readonly name: string }) => name === 'sent-code-is-returned'
  const outcomes = await runOn(contract, await startFakeFunctionGraph(), supplied, fits)
  expect(outcomes.flatMap(({ leftBehind }) => leftBehind)).toEqual([
    `functionUrn ${urn}: not the code of before (code_type, code_filename, code_size, digest); the fixture codeFile names what to put back`,
  ])
})

test('a missing function is an error of the set-up and blames no operation', async () => {
  const missing = { ...supplied, functionUrn: [`${urn}-none`] }
  const fits = ({ name }: { readonly name: string }) => name === 'ids-are-stable'
  const [outcome] = await runOn(contract, await startFakeFunctionGraph(), missing, fits)
  expect(outcome).toMatchObject({ status: 'errored', cause: 'setup' })
})

test.each(cases)(
  '$name: the checks for it fail',
  async ({ fault, fails }) => {
    const expected = contract.checks.filter(fails)
    expect(expected.length).toBeGreaterThan(0)
    const fake = await startFakeFunctionGraph(fault)
    const outcomes = await runOn(contract, fake, supplied, (check) => expected.includes(check))
    const wrong = outcomes.filter((outcome) => outcome.status !== 'failed')
    expect(wrong.map((outcome) => `${outcome.check.id}: ${renderOutcome(outcome)}`)).toEqual([])
    for (const outcome of outcomes) {
      if (outcome.status === 'failed') expect(outcome.violation.clause).toMatch(/^(001|002|observed)/)
    }
  },
  60_000,
)

test('every check fails on some fault of the list', () => {
  const failed = new Set(cases.flatMap(({ fails }) => contract.checks.filter(fails)))
  expect(contract.checks.filter((check) => isUnsigned(check) && !failed.has(check)).map(({ id }) => id)).toEqual([])
})
