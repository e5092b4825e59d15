/** Numbers in [0, 1) that look random and are the same for the same seed. */
export type Random = () => number

/**
 * The seed of one case, from the run's seed and the case's id alone: the same whatever else runs, in whatever order,
 * and on whichever worker. A 32-bit FNV-1a hash.
 */
export function toCaseSeed(rootSeed: string, caseId: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(`${rootSeed}\n${caseId}`)) {
    hash = Math.imul(hash ^ byte, 0x01000193)
  }
  return hash >>> 0
}

/** Mulberry32: small, fast, and good enough to invent names and values. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
