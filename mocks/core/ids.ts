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
  return {
    uuid: () => {
      const [a, b, c, d] = [toHex(random()), toHex(random()), toHex(random()), toHex(random())]
      const variant = variants[Number.parseInt(c.slice(0, 1), 16) & 3]
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`
    },
    etag: () => toHex(random()) + toHex(random()) + toHex(random()) + toHex(random()),
  }
}

/** The four digits that mark a UUID of RFC 9562. */
const variants = ['8', '9', 'a', 'b']

/** Eight digits. Uses a table, because every response has an id and number formatting takes five times as long. */
function toHex(value: number): string {
  return `${pairs[value >>> 24]}${pairs[(value >>> 16) & 255]}${pairs[(value >>> 8) & 255]}${pairs[value & 255]}`
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
