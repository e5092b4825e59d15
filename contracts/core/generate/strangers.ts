import type { z } from 'zod'
import { type SchemaNode, toJsonSchema } from '../../../schemas/core/json-schema.ts'
import { isObject } from '../expect-reply.ts'

/**
 * The properties of a JSON answer that its schema does not list, by the way to them: `functions[0].memorysize`. Where
 * a listed property is absent and has nearly the same name, that name is added. Maps and open objects list none, so
 * nothing in them is a stranger.
 */
export function findStrangers(schema: z.ZodType, value: unknown): readonly string[] {
  return findBelow(toJsonSchema(schema), value, '')
}

function findBelow(node: SchemaNode, value: unknown, path: string): readonly string[] {
  if (Array.isArray(value)) {
    const { items } = node
    return items ? value.flatMap((item, index) => findBelow(items, item, `${path}[${index}]`)) : []
  }
  const { properties } = node
  if (!properties || !isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = path === '' ? name : `${path}.${name}`
    const child = Object.hasOwn(properties, name) ? properties[name] : undefined
    if (child) return findBelow(child, inner, place)
    const meant = Object.keys(properties).find((known) => value[known] === undefined && isNearly(known, name))
    return [meant === undefined ? place : `${place} (for ${meant})`]
  })
}

/** The same letters in another case, or with one letter more, less or other. */
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
