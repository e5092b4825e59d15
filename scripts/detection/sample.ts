import { createRandom, toCaseSeed } from '../../contracts/core/seed.ts'
import { groupBy } from './group-by.ts'

interface Sampled {
  readonly id: string
  readonly operator: string
  readonly operation: string
}

/**
 * A random sample that is spread evenly over the operators, and for each operator over the operations. The same seed
 * selects the same mutants.
 */
export function toSample<T extends Sampled>(mutants: readonly T[], size: number, seed: string): readonly T[] {
  const toRank = (id: string) => createRandom(toCaseSeed(seed, id))()
  const byOperator = groupBy(mutants, ({ operator }) => operator)
    .map(([operator, group]) => ({ rank: toRank(operator), queue: spread(group, toRank) }))
    .toSorted((a, b) => a.rank - b.rank)
  const sample: T[] = []
  for (let round = 0; sample.length < Math.min(size, mutants.length); round += 1) {
    sample.push(...byOperator.flatMap(({ queue }) => queue.slice(round, round + 1)))
  }
  return sample.slice(0, size)
}

/** A random order in which each operation comes once before any comes twice. */
function spread<T extends Sampled>(mutants: readonly T[], toRank: (id: string) => number): readonly T[] {
  const counts = new Map<string, number>()
  return mutants
    .map((mutant) => ({ mutant, rank: toRank(mutant.id) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map((item) => {
      const round = counts.get(item.mutant.operation) ?? 0
      counts.set(item.mutant.operation, round + 1)
      return { ...item, round }
    })
    .toSorted((a, b) => a.round - b.round || a.rank - b.rank)
    .map(({ mutant }) => mutant)
}
