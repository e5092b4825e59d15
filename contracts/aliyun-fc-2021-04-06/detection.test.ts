import { expect, test } from 'vitest'
import type { Check } from '../core/check.ts'
import { renderOutcome } from '../core/report/terminal.ts'
import { runOn } from '../testing/detect.ts'
import { aliyunFc20210406Contract as contract } from './contract.ts'
import { startFakeFc2021 } from './testing/fake.ts'
import { cases } from './testing/faults.ts'

/** The fake ignores signatures. Another test covers them. */
const isUnsigned = ({ feature }: Check) => feature !== 'Signature'

const supplied = { serviceName: ['demo'], removeWith: ['aliyun-fc-2016-08-15'] }

test('a conforming server passes every check, and nothing is left behind', async () => {
  const fake = await startFakeFc2021()
  const outcomes = await runOn(contract, fake, supplied, isUnsigned)
  const wrong = outcomes.filter(({ status }) => status !== 'passed')
  expect(wrong.map((outcome) => `${outcome.check.id}: ${renderOutcome(outcome)}`)).toEqual([])
  expect(outcomes.flatMap(({ leftBehind }) => leftBehind)).toEqual([])
  expect(fake.state.size).toBe(0)
}, 120_000)

test('a function that the run may not delete is reported as left behind', async () => {
  const fake = await startFakeFc2021()
  const outcomes = await runOn(contract, fake, { serviceName: ['demo'] }, ({ name }) => name === 'code-is-not-returned')
  expect(outcomes.flatMap(({ leftBehind }) => leftBehind)).toEqual([expect.stringMatching(/^Function demo\/fct-test-/)])
})

test('a missing service is an error of the set-up and blames no operation', async () => {
  const fake = await startFakeFc2021()
  const [outcome] = await runOn(contract, fake, { serviceName: ['none'] }, ({ name }) => name === 'ids-are-unique')
  expect(outcome).toMatchObject({ status: 'errored', cause: 'setup' })
  expect(JSON.stringify(outcome)).toContain('the service of the fixture serviceName does not exist')
})

test.each(cases)(
  '$name: the checks for it fail',
  async ({ fault, fails }) => {
    const expected = contract.checks.filter(fails)
    expect(expected.length).toBeGreaterThan(0)
    const outcomes = await runOn(contract, await startFakeFc2021(fault), supplied, (check) => expected.includes(check))
    const wrong = outcomes.filter((outcome) => outcome.status !== 'failed')
    expect(wrong.map((outcome) => `${outcome.check.id}: ${renderOutcome(outcome)}`)).toEqual([])
    for (const outcome of outcomes) {
      if (outcome.status === 'failed') expect(outcome.violation.clause).toMatch(/^(003|000|observed)/)
    }
  },
  60_000,
)

test('every check fails on some fault of the list', () => {
  const failed = new Set(cases.flatMap(({ fails }) => contract.checks.filter(fails)))
  expect(contract.checks.filter((check) => isUnsigned(check) && !failed.has(check)).map(({ id }) => id)).toEqual([])
})
