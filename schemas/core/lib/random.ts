/** A source of whole random numbers from 0 to 2^32 - 1. */
export type Random = () => number

/** Numbers that repeat for the same seed (sfc32). They are suitable for ids and test values, not for secrets. */
export function seededRandom(seed: number): Random {
  let [a, b, c, counter] = [0, seed >>> 0, seed ^ 0x9e3779b9, 1]
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 12; round += 1) next() // spreads a small seed over the whole state
  return next
}

/** A 32-bit hash of the UTF-8 bytes of a text (FNV-1a), for example to derive a seed. */
export function toHash32(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash >>> 0
}
