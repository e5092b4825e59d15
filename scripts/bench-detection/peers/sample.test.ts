import { expect, test } from 'vitest'
import { mutantSets } from '../../../contracts/mutants/mutants.ts'
import { toStratifiedSample } from './sample.ts'

test('a sample is reproducible, and each kind of rule has about its share', () => {
  const [set] = mutantSets
  const mutants = set?.mutants ?? []
  const sample = toStratifiedSample(mutants, 40)
  expect(sample).toHaveLength(40)
  expect(new Set(sample).size).toBe(40)
  expect(toStratifiedSample(mutants.toReversed(), 40)).toEqual(sample)
  for (const kind of 'SBHTCPENIVRA') {
    const share = (list: typeof mutants) => list.filter(({ line }) => line.startsWith(kind)).length / list.length
    expect(Math.abs(share(sample) - share(mutants)), kind).toBeLessThan(0.03)
  }
})

test('a sample larger than the set is the whole set', () => {
  const mutants = mutantSets[0]?.mutants.slice(0, 5) ?? []
  expect(toStratifiedSample(mutants, 9)).toHaveLength(5)
})
