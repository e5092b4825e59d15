import { toCaseSeed } from '../../../contracts/core/seed.ts'
import type { Mutant } from '../../../contracts/mutants/mutant.ts'

/** The same mutants for every tool: as many as asked for, chosen by their ids and a seed alone. */
export function toSample(mutants: readonly Mutant[], size: number): readonly Mutant[] {
  const rank = ({ id }: Mutant) => toCaseSeed('detection', id)
  return mutants.toSorted((a, b) => rank(a) - rank(b)).slice(0, size)
}
