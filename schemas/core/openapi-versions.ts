import type { Json, JsonObject } from './json-value.ts'
import type { Rule } from './rules.ts'

/**
 * The differences between the two versions of OpenAPI, applied to the output of the generator. Schemas have `examples`
 * (an array), `x-rules`, and references with annotations.
 */

/** OpenAPI 3.1: references may have siblings, and rules between fields become `allOf`. */
export function toOpenApi31(document: JsonObject): JsonObject {
  return mapObjects(document, (node) => {
    const reference = toAnnotatedReference(node)
    const merged: JsonObject = reference ? { $ref: reference.ref, ...reference.words } : node
    return Array.isArray(merged['x-rules']) ? { ...merged, ...toConditions(readRules(merged['x-rules'])) } : merged
  })
}

/** OpenAPI 3.0: `examples` becomes one `example`, an annotated reference is in `allOf`, and any value is `{}`. */
export function toOpenApi30(document: JsonObject): JsonObject {
  return mapObjects(document, (node) => {
    const reference = toAnnotatedReference(node)
    const merged: JsonObject = reference ? { ...reference.words, allOf: [{ $ref: reference.ref }] } : node
    if (merged.nullable === true && merged.type === undefined && !('allOf' in merged)) delete merged.nullable
    const { examples, ...rest } = merged
    return Array.isArray(examples) ? { ...rest, example: examples[0] ?? null } : merged
  })
}

/** The generator writes `{ allOf: [{ $ref }, annotations] }` for an annotated reference. */
function toAnnotatedReference(node: JsonObject): { ref: string; words: JsonObject } | undefined {
  if (!Array.isArray(node.allOf) || node.allOf.length !== 2) return
  const [first, second] = node.allOf
  if (!isObject(first) || typeof first.$ref !== 'string' || !isObject(second) || '$ref' in second) return
  return { ref: first.$ref, words: second }
}

/** JSON Schema cannot compare two values, so `notAbove` is only in `x-rules` and in the description. */
function toConditions(rules: readonly Rule[]): JsonObject {
  const conditions = rules.flatMap((rule) => toCondition(rule) ?? [])
  return conditions.length > 0 ? { allOf: conditions } : {}
}

/** Uses `anyOf` instead of `if`/`then`, which some linters and type generators do not support. */
function toCondition(rule: Rule): JsonObject | undefined {
  if (rule.kind === 'requiredWhen') {
    const applies = { properties: { [rule.when.field]: { enum: [...rule.when.in] } }, required: [rule.when.field] }
    return { anyOf: [{ not: applies }, { required: [rule.field] }] }
  }
  if (rule.kind === 'anyRequired') return { anyOf: rule.fields.map((field) => ({ required: [field] })) }
  if (rule.kind === 'notTogether') {
    const [first, second] = rule.fields
    return { not: { properties: { [first]: {}, [second]: {} }, required: [first, second] } }
  }
  return undefined
}

function readRules(value: Json): readonly Rule[] {
  return value as unknown as readonly Rule[] // only withRules writes x-rules
}

/** Maps every schema object of a document, inner objects first. Examples and extensions are data and stay unchanged. */
function mapObjects(node: JsonObject, map: (node: JsonObject) => JsonObject, areProperties = false): JsonObject {
  const visit = (value: Json, key: string): Json => {
    if (!areProperties && (key.startsWith('x-') || literalKeys.has(key))) return value
    if (Array.isArray(value)) return value.map((item) => visit(item, ''))
    return isObject(value) ? mapObjects(value, map, !areProperties && key === 'properties') : value
  }
  const rebuilt = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, visit(value, key)]))
  return areProperties ? rebuilt : map(rebuilt)
}

/** Keys whose values are data, not schemas. */
const literalKeys = new Set(['value', 'example', 'default', 'enum'])

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
