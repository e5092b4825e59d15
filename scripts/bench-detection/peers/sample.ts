import { toCaseSeed } from '../../../contracts/core/seed.ts'
import type { Mutant } from '../../../contracts/mutants/mutant.ts'

/**
 * A reproducible sample in which each kind of rule has its share. Mutants are sorted by the letter of their catalogue
 * line and a pseudo-random rank, and picked at even distances.
 */
export function toStratifiedSample(mutants: readonly Mutant[], size: number): readonly Mutant[] {
  const kind = ({ line }: Mutant) => line.charCodeAt(0)
  const sorted = mutants.toSorted((a, b) => kind(a) - kind(b) || toRank(a) - toRank(b))
  const step = sorted.length / size
  return Array.from({ length: Math.min(size, sorted.length) }, (_, index) =>
    sorted.at(Math.floor((index + 0.5) * Math.max(step, 1))),
  ).filter((mutant) => mutant !== undefined)
}

function toRank({ id }: Mutant): number {
  return toCaseSeed('detection', id)
}
