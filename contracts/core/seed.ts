import { seededRandom, toHash32 } from '../../schemas/core/lib/random.ts'

/** A source of random numbers in [0, 1). */
export type Random = () => number

/**
 * The seed of one case. It depends only on the seed of the run and on the id of the case, not on the order of the cases
 * or on the worker that runs them.
 */
export function toCaseSeed(rootSeed: string, caseId: string): number {
  return toHash32(`${rootSeed}\n${caseId}`)
}

/** Random numbers that are the same for the same seed. */
export function createRandom(seed: number): Random {
  const next = seededRandom(seed)
  return () => next() / 2 ** 32
}
