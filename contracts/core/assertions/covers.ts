import { isMap, type SchemaNode } from '../../../schemas/core/json-schema.ts'
import { isSame } from './expect.ts'
import { isObject } from './expect-response.ts'

/**
 * True when `actual` has every value of `expected`. An object may have further fields, for a server may know more of
 * them, or show its defaults; a map, whose keys are the client's own, may not.
 */
export function covers(actual: unknown, expected: unknown, node?: SchemaNode): boolean {
  if (isObject(expected)) {
    if (!isObject(actual)) return false
    const isWhole = !node || !isMap(node) || Object.keys(actual).every((key) => key in expected)
    return (
      isWhole &&
      Object.entries(expected).every(([field, value]) => covers(actual[field], value, node?.properties?.[field]))
    )
  }
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((value, index) => covers(actual[index], value, node?.items))
    )
  }
  return isSame(actual, expected)
}
