import { readBase64 } from '../../../schemas/core/lib/base64.ts'
import { toSortedMap } from '../sorted-map.ts'

/**
 * Reads a table of rows and returns a function that reads cells. Both throw a `TypeError` if the input is not valid,
 * because the text may come from anywhere.
 */
export function createRowDecoder(table: unknown): (cell: unknown) => unknown {
  const values: unknown[] = []
  for (const [at, row] of toList(table, 'rows').entries()) values.push(toValue(row, `rows[${at}]`, decode))

  function decode(cell: unknown): unknown {
    if (!Array.isArray(cell)) {
      if (typeof cell === 'object' && cell !== null) throw new TypeError('a cell must not be an object')
      return cell
    }
    const [kind, text]: unknown[] = cell
    // A row refers only to earlier rows, so no value can contain itself.
    if (typeof kind === 'number' && Object.hasOwn(values, kind)) return values[kind]
    if (kind === 'undefined') return undefined
    if (kind === 'number' && typeof text === 'string') return Number(text)
    if (kind === 'bigint' && typeof text === 'string' && /^-?\d+$/.test(text)) return BigInt(text)
    throw new TypeError('a cell refers to a row that does not exist')
  }
  return decode
}

function toValue(row: unknown, place: string, decode: (cell: unknown) => unknown): unknown {
  const [[kind, content] = [], ...others] = typeof row === 'object' && row !== null ? Object.entries(row) : []
  if (others.length > 0) throw new TypeError(`${place}: has more than one kind`)
  switch (kind) {
    case 'o':
      return toObject(content, place, decode)
    case 'l':
      return toList(content, place).map(decode)
    case 's':
      return toSortedMap(toPairs(content, place).map(([key, cell]) => [toKey(key, place), decode(cell)]))
    case 'm':
      return new Map(toPairs(content, place).map(([key, cell]) => [decode(key), decode(cell)]))
    case 'b':
      return toBytes(content, place)
    default:
      throw new TypeError(`${place}: has an unknown kind`)
  }
}

function toObject(content: unknown, place: string, decode: (cell: unknown) => unknown): object {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new TypeError(`${place}: must be an object`)
  }
  // `fromEntries` creates members for all names, including `__proto__`.
  return Object.fromEntries(Object.entries(content).map(([name, cell]) => [name, decode(cell)]))
}

function toPairs(content: unknown, place: string): (readonly [unknown, unknown])[] {
  return toList(content, place).map((pair) => {
    const [key, value, ...others] = toList(pair, place)
    if (key === undefined || value === undefined || others.length > 0) throw new TypeError(`${place}: must hold pairs`)
    return [key, value]
  })
}

function toKey(key: unknown, place: string): string {
  if (typeof key !== 'string') throw new TypeError(`${place}: keys must be text`)
  return key
}

function toList(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${place}: must be a list`)
  return value
}

function toBytes(content: unknown, place: string): Uint8Array {
  const bytes = typeof content === 'string' ? readBase64(content) : undefined
  if (!bytes) throw new TypeError(`${place}: must be base64`)
  return bytes
}
