import { isMap, type SchemaNode, toJsonSchema } from '../../../schemas/core/json-schema.ts'
import type { Exchange } from '../http/exchange.ts'
import { isSameTime } from '../read-time.ts'
import type { Assertion, AssertionPath } from './assertion.ts'
import { isSame } from './expect.ts'
import { isObject, type JsonObject, readObject } from './expect-response.ts'

/**
 * Assertions that hold where `covers` does. Undefined if a single comparison cannot express it: a map without further
 * keys, or JSON in a text.
 */
export function toValueAssertions(
  path: AssertionPath,
  expected: unknown,
  node?: SchemaNode,
): readonly Assertion[] | undefined {
  if (node?.contentMediaType === 'application/json') return undefined
  if (Array.isArray(expected)) {
    const items = expected.map((item, index) => toValueAssertions([...path, index], item, node?.items))
    const size: Assertion = { about: 'field', path: [...path, 'length'], test: { is: 'equal', value: expected.length } }
    return joinAll([[size], ...items])
  }
  if (isObject(expected)) {
    if (node && isMap(node)) return [{ about: 'field', path, test: { is: 'equal', value: expected } }]
    return joinAll(
      Object.entries(expected).map(([name, value]) =>
        toValueAssertions([...path, name], value, node?.properties?.[name]),
      ),
    )
  }
  const isTime = typeof expected === 'string' && isSameTime(expected, expected)
  const test = isTime ? ({ is: 'same-time', value: expected } as const) : ({ is: 'equal', value: expected } as const)
  return [{ about: 'field', path, test }]
}

/** Where a part of a body is: at the top, in one of its fields, or in a list. Undefined if that is ambiguous. */
export function findPath(body: unknown, part: unknown): AssertionPath | undefined {
  if (isSame(body, part)) return []
  if (!isObject(body)) return undefined
  for (const [name, value] of Object.entries(body)) {
    if (isSame(value, part)) return [name]
    if (!Array.isArray(value) || !isObject(part)) continue
    const entries: readonly unknown[] = value
    if (!entries.some((entry) => isSame(entry, part))) continue
    const key = Object.entries(part).find(
      ([field, own]) =>
        /name|id|urn$/i.test(field) &&
        typeof own === 'string' &&
        entries.filter((entry) => isObject(entry) && entry[field] === own).length === 1,
    )
    return key && [name, { where: key[0], equals: String(key[1]) }]
  }
  return undefined
}

function joinAll(lists: readonly (readonly Assertion[] | undefined)[]): readonly Assertion[] | undefined {
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined
}

/**
 * Assertions of these fields of a part of the body. Undefined if the part has no place of its own. An absent field passes
 * if it is optional.
 */
export function toFieldAssertions(
  exchange: Exchange,
  part: unknown,
  expected: JsonObject,
  isOptional: boolean,
): readonly Assertion[] | undefined {
  const path = findPath(readObject(exchange), part)
  const lists = Object.entries(expected).map(
    ([field, value]) => path && toValueAssertions([...path, field], value, toFieldNode(exchange, field)),
  )
  if (!lists.every((list) => list !== undefined)) return undefined
  return lists.flat().map((one) => (isOptional && one.about === 'field' ? { ...one, optional: true } : one))
}

/** The schema of a field in the response of an operation, or in the entries of its list. */
export function toFieldNode({ operation, response }: Exchange, field: string): SchemaNode | undefined {
  const schema = operation.success[response.status]?.schema
  const { properties = {} } = schema ? toJsonSchema(schema) : {}
  const entries = Object.values(properties).map(({ items }) => items?.properties?.[field])
  return properties[field] ?? entries.find((node) => node !== undefined)
}
