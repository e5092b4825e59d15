import { createRandom, toCaseSeed } from '../../contracts/core/seed.ts'
import type { Mutant } from '../../contracts/mutants/mutant.ts'

/**
 * That many mutants, the same each time, spread evenly over the sections of the catalogue and, within each, over the
 * operations; which of several like ones are taken is up to the seed.
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
