import { isMap, type SchemaNode } from '../../../schemas/core/json-schema.ts'
import { parseJson } from '../../../schemas/core/lib/json.ts'
import { isSame } from './expect.ts'
import { isSameTime } from '../read-time.ts'
import { isObject } from './expect-response.ts'

/**
 * Whether `actual` contains every value of `expected`. An object may have further fields, such as defaults. A map,
 * whose keys the client defines, may not. Two texts of one time are equal, and so are two texts of one JSON value.
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
  if (typeof actual === 'string' && typeof expected === 'string') {
    if (node?.contentMediaType === 'application/json') return covers(parseJson(actual), parseJson(expected))
    return actual === expected || isSameTime(actual, expected)
  }
  return isSame(actual, expected)
}
