import type { Random } from '../../schemas/core/lib/random.ts'

/** The source of ids. */
export interface Ids {
  /** A version 4 UUID, for resources and requests. */
  readonly uuid: () => string
  /** An ETag with 32 hexadecimal digits, as in source 004. */
  readonly etag: () => string
}

/** Ids from a source of random numbers. The same numbers give the same ids. */
export function createIds(random: Random): Ids {
  const [toUuid, toEtag] = [toWriter('00000000-0000-0000-0000-000000000000'), toWriter('0'.repeat(32))]
  return {
    // RFC 9562 fixes the digit of the version and two bits of the variant.
    uuid: () => toUuid(random(), (random() & 0xffff0fff) | 0x4000, (random() & 0x3fffffff) | 0x80000000, random()),
    etag: () => toEtag(random(), random(), random(), random()),
  }
}

/**
 * Replaces each 0 of a pattern with a hexadecimal digit of four 32-bit numbers. Every response has an id, so the
 * characters are written into one list. Joining strings takes more than twice as long.
 */
function toWriter(pattern: string): (a: number, b: number, c: number, d: number) => string {
  const codes = [...pattern].map(toCode)
  const places = codes.flatMap((code, place) => (code === zero ? [place] : []))
  const write = (start: number, word: number) => {
    for (let digit = 0; digit < 8; digit += 1) {
      codes[places[start + digit] ?? 0] = digits[(word >>> (28 - 4 * digit)) & 15] ?? zero
    }
  }
  return (a, b, c, d) => {
    write(0, a)
    write(8, b)
    write(16, c)
    write(24, d)
    return String.fromCharCode(...codes)
  }
}

const toCode = (character: string): number => character.charCodeAt(0)
const zero = toCode('0')
const digits = [...'0123456789abcdef'].map(toCode)
