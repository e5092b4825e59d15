import type { z } from 'zod'
import { type SchemaNode, toJsonSchema } from '../../../schemas/core/json-schema.ts'
import { isObject } from '../assertions/expect-response.ts'

/** A property that a schema does not list. */
export interface UndocumentedProperty {
  /** Its place as a JSON pointer: `/functions/0/memorysize`. */
  readonly pointer: string
  /** The documented property with a similar name that is absent from the same object. */
  readonly meant?: string
}

/** The properties of a JSON response that its schema does not list. Maps and open objects may have any property. */
export function findUndocumentedProperties(schema: z.ZodType, value: unknown): readonly UndocumentedProperty[] {
  return findBelow(toJsonSchema(schema), value, '')
}

function findBelow(node: SchemaNode, value: unknown, path: string): readonly UndocumentedProperty[] {
  if (Array.isArray(value)) {
    const { items } = node
    return items ? value.flatMap((item, index) => findBelow(items, item, `${path}/${index}`)) : []
  }
  const { properties } = node
  if (!properties || !isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const pointer = `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    const child = Object.hasOwn(properties, name) ? properties[name] : undefined
    if (child) return findBelow(child, inner, pointer)
    const meant = Object.keys(properties).find((known) => value[known] === undefined && isNearly(known, name))
    return [{ pointer, ...(meant !== undefined && { meant }) }]
  })
}

/** Whether the names differ only in case or separators, or in one letter. */
function isNearly(known: string, name: string): boolean {
  const [a, b] = [toLetters(known), toLetters(name)]
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
}

function toLetters(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
