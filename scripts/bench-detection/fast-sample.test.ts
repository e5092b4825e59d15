import { expect, test } from 'vitest'
import { mutantSets } from '../../contracts/mutants/mutants.ts'
import { toFastSample } from './fast-sample.ts'

const toIds = (mutants: readonly { readonly id: string }[]) => mutants.map(({ id }) => id)
const toSections = (mutants: readonly { readonly line: string }[]) =>
  [...new Set(mutants.map(({ line }) => line.slice(0, 1)))].toSorted()

test.each(mutantSets)('$apiId: a sample is reproducible and covers sections and operations', ({ mutants }) => {
  const sample = toFastSample(mutants, 60)
  expect(sample).toHaveLength(60)
  expect(new Set(toIds(sample)).size).toBe(60)
  expect(toIds(toFastSample(mutants.toReversed(), 60))).toEqual(toIds(sample))
  // The sample has one of about seven mutants of FC 2016-08-15, so a smaller section can be missing.
  const large = mutants.filter(({ line }) => mutants.filter((other) => other.line[0] === line[0]).length >= 7)
  expect(toSections(sample)).toEqual(expect.arrayContaining(toSections(large)))
  expect(new Set(sample.map(({ operation }) => operation)).size).toBeGreaterThan(1)
})

test('another seed selects other mutants, and a sample larger than the set is the whole set', () => {
  const [{ mutants } = { mutants: [] }] = mutantSets
  expect(toIds(toFastSample(mutants, 60, 'other'))).not.toEqual(toIds(toFastSample(mutants, 60)))
  expect(toFastSample(mutants.slice(0, 3), 60)).toHaveLength(3)
})
