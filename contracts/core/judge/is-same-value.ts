import { isDeepStrictEqual } from 'node:util'
import { isMap, type SchemaNode } from '../../../schemas/core/json-schema.ts'
import { parseJson } from '../../../schemas/core/lib/json.ts'
import { isObject } from '../assertions/expect-response.ts'
import { isSameTime } from '../read-time.ts'

/** Whether two values of a field are equal. Absent, null and empty values are equal, and so are two texts of one time. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (isEmpty(one) && isEmpty(other)) return true
  if (typeof one === 'string' && typeof other === 'string') return one === other || isSameTime(one, other)
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSameValue(item, other[index]))
  if (isObject(one) && isObject(other))
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) =>
      isSameValue(one[name], other[name]),
    )
  // Several sources contradict each other about the type of a number.
  if (typeof one === 'number' && typeof other === 'string') return String(one) === other
  if (typeof one === 'string' && typeof other === 'number') return one === String(other)
  return isDeepStrictEqual(one, other)
}

/**
 * Whether a value that was returned contains the value that was sent. An object may have further fields, such as
 * defaults. A map may not. `node` is the schema of the sent value.
 */
export function containsSent(returned: unknown, sent: unknown, node?: SchemaNode): boolean {
  if (node?.contentMediaType === 'application/json' && typeof returned === 'string' && typeof sent === 'string') {
    return containsSent(parseJson(returned), parseJson(sent))
  }
  if (Array.isArray(sent) && Array.isArray(returned))
    return (
      sent.length === returned.length && sent.every((item, index) => containsSent(returned[index], item, node?.items))
    )
  if (!isObject(sent) || !isObject(returned) || (node && isMap(node))) return isSameValue(returned, sent)
  return Object.entries(sent).every(([name, value]) => containsSent(returned[name], value, node?.properties?.[name]))
}

/** Absent, null, empty, or an object with only such values. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  return typeof value === 'object' && Object.values(value).every(isEmpty)
}
