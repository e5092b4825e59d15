import { expect, test } from 'vitest'
import { findContract } from '../apis.ts'
import { benignLines, lines } from './catalogue.ts'
import { leftOut } from './left-out.ts'
import type { Mutant } from './mutant.ts'
import { mutantSets } from './mutants.ts'

const covered = new Set(mutantSets.flatMap(({ mutants, benign }) => [...mutants, ...benign].map(({ line }) => line)))
const explained = leftOut.map(({ line }) => line)

test('every line of the catalogue has a mutant or a reason', () => {
  const all = [...lines, ...benignLines]
  expect(all.filter((line) => !covered.has(line) && !explained.includes(line))).toEqual([])
  expect([...covered, ...explained].filter((line) => !all.includes(line))).toEqual([])
})

test('no line has both a mutant and a reason, or two reasons', () => {
  expect(explained.filter((line, index) => covered.has(line) || explained.indexOf(line) !== index)).toEqual([])
})

test.each(mutantSets)(
  '$apiId: ids are unique, and operations and checks that mutants name exist',
  ({ apiId, mutants, benign }) => {
    const { api, checks } = findContract(apiId)
    const ids = [...mutants, ...benign].map(({ id }) => id)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const operations = Object.values(api.operations).map(({ id }) => id)
    expect(mutants.filter(({ operation }) => !operations.includes(operation)).map(({ id }) => id)).toEqual([])
    const exists = (mutant: Mutant, expected: string | RegExp) =>
      checks.some(({ id, name, operation }) =>
        typeof expected === 'string'
          ? id === expected || (operation === mutant.operation && name === expected)
          : expected.test(id),
      )
    const stale = mutants.flatMap((mutant) =>
      mutant.caughtBy.filter((expected) => !exists(mutant, expected)).map((expected) => `${mutant.id}: ${expected}`),
    )
    expect(stale).toEqual([])
  },
)

test('FC 2016-08-15 has at least 200 mutants, and every operation has at least one', () => {
  const { mutants = [] } = mutantSets.find(({ apiId }) => apiId === 'aliyun-fc-2016-08-15') ?? {}
  const { api } = findContract('aliyun-fc-2016-08-15')
  expect(mutants.length).toBeGreaterThanOrEqual(200)
  const without = Object.values(api.operations).filter(({ id }) => !mutants.some(({ operation }) => operation === id))
  expect(without.map(({ id }) => id)).toEqual([])
})
