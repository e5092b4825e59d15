import { toBase64 } from '../../../schemas/core/lib/base64.ts'
import { isSortedMap } from '../sorted-map.ts'
import type { Cell, Row } from './rows.ts'

export interface RowEncoder {
  /**
   * Returns the cell of a value and adds its rows to `rows`. Throws a `TypeError` for values that a state must not
   * contain.
   */
  readonly encode: (value: unknown) => Cell
  readonly rows: readonly Row[]
}

export function createRowEncoder(): RowEncoder {
  const rows: Row[] = []
  const indexes = new Map<object, number>()

  function encode(value: unknown): Cell {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : ['number', Object.is(value, -0) ? '-0' : `${value}`]
      case 'bigint':
        return ['bigint', `${value}`]
      case 'undefined':
        return ['undefined']
      case 'object':
        return value === null ? null : [toIndex(value)]
      default:
        throw new TypeError(`a state must not hold a ${typeof value}`)
    }
  }

  function toIndex(value: object): number {
    const known = indexes.get(value)
    if (known !== undefined) return known
    const row = toRow(value)
    const index = rows.push(row) - 1
    indexes.set(value, index)
    return index
  }

  function toRow(value: object): Row {
    if (Array.isArray(value)) return { l: value.map(encode) }
    if (value instanceof Uint8Array) return { b: toBase64(value) }
    if (value instanceof Map) return { m: [...value].map(([key, item]) => [encode(key), encode(item)]) }
    if (isSortedMap(value)) return { s: Array.from(value.entries(), ([key, item]) => [key, encode(item)]) }
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) {
      throw new TypeError('a state must hold plain objects, lists, maps and bytes')
    }
    return { o: Object.fromEntries(Object.entries(value).map(([name, item]) => [name, encode(item)])) }
  }

  return { encode, rows }
}
