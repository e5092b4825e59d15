import type { SchemaNode } from './json-schema.ts'
import { toTypes } from './json-schema.ts'
import type { Json } from './json-value.ts'

/** A small valid value of the schema. Its example, if it has one. */
export function toSample(node: SchemaNode): Json {
  const given = node.examples?.[0] ?? node.default ?? node.const ?? toDocumentedEnum(node)[0]
  if (given !== undefined) return given
  switch (toTypes(node)[0]) {
    case 'string':
      return toText(node)
    case 'integer':
    case 'number':
      return toNumber(node)
    case 'boolean':
      return true
    case 'array':
      return Array.from({ length: Math.max(1, node.minItems ?? 1) }, () => toSample(node.items ?? {}))
    case 'object':
      return Object.fromEntries((node.required ?? []).map((name) => [name, toSample(node.properties?.[name] ?? {})]))
    default:
      return {}
  }
}

/** The documented values of an enumeration. */
export function toDocumentedEnum(node: SchemaNode): readonly Json[] {
  const marks = node['x-enum-provenance'] ?? {}
  return (node.enum ?? []).filter((value) => !Object.hasOwn(marks, String(value)))
}

/** A text of exactly `length` characters that matches the pattern, or undefined if none was found. */
export function toTextOfLength(node: SchemaNode, length: number): string | undefined {
  if (length === 0) return ''
  const pattern = new RegExp(node.pattern ?? '', 'u')
  const seeds = [...(node.examples ?? []).filter((value) => typeof value === 'string'), ...plainTexts]
  const texts = seeds.flatMap((seed) => [
    seed.slice(0, length).padEnd(length, 'a'),
    seed.padEnd(length, '0'),
    seed.padStart(length, 'a'),
  ])
  return texts.find((text) => [...text].length === length && pattern.test(text))
}

/** A short text that matches the pattern, or undefined if none was found. */
export function toMatchingText(pattern: string): string | undefined {
  return plainTexts.find((text) => new RegExp(pattern, 'u').test(text))
}

const plainTexts = ['text', 'a.a', 'index.handler', 'a', '0', '1', '/a', 'a=b']

function toText(node: SchemaNode): string {
  if (node.format === 'byte') return 'dGV4dA=='
  const length = Math.min(Math.max(node.minLength ?? 0, 'text'.length), node.maxLength ?? Number.POSITIVE_INFINITY)
  for (const text of [toTextOfLength(node, length), ...plainTexts]) {
    if (text !== undefined && (node.pattern === undefined || new RegExp(node.pattern, 'u').test(text))) return text
  }
  throw new TypeError(`give the schema with the pattern ${node.pattern} an example`)
}

function toNumber(node: SchemaNode): number {
  const step = node.multipleOf ?? 1
  const low = node.minimum ?? Math.min(step, node.maximum ?? step)
  return Math.ceil(low / step) * step
}
