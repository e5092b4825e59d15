import { createRandom, toCaseSeed } from '../../contracts/core/seed.ts'
import type { Mutant } from '../../contracts/mutants/mutant.ts'

/**
 * A sample of `size` mutants, spread evenly over the sections of the catalogue and over the operations within each
 * section. The seed decides between mutants of the same section and operation.
 */
export function toFastSample(mutants: readonly Mutant[], size: number, seed = 'fast'): readonly Mutant[] {
  const ranked = mutants
    .map((mutant) => ({ mutant, rank: createRandom(toCaseSeed(seed, mutant.id))() }))
    .toSorted(
      (a, b) =>
        compare(a.mutant.line.slice(0, 1), b.mutant.line.slice(0, 1)) ||
        compare(a.mutant.operation, b.mutant.operation) ||
        a.rank - b.rank,
    )
  const count = Math.min(size, ranked.length)
  return Array.from(
    { length: count },
    (_, index) => ranked[Math.floor(((index + 0.5) * ranked.length) / count)],
  ).flatMap((item) => (item ? [item.mutant] : []))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
