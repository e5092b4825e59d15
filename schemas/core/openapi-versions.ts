import type { Json, JsonObject } from './json-value.ts'
import type { Rule } from './rules.ts'

/**
 * The differences between the two versions of OpenAPI, applied to the output of the generator. Schemas have `examples`
 * (an array), `x-rules`, and references with annotations.
 */

/** OpenAPI 3.1: references may have siblings, rules between fields become conditions, and bytes have content keywords. */
export function toOpenApi31(document: JsonObject): JsonObject {
  return mapObjects(document, (given) => {
    const node = withGeneratorHints(withPlainSlashes(given))
    const reference = toAnnotatedReference(node)
    const merged = toContentKeywords(withoutFractions(reference ? { $ref: reference.ref, ...reference.words } : node))
    return Array.isArray(merged['x-rules']) ? { ...merged, ...toConditions(readRules(merged['x-rules'])) } : merged
  })
}

/** OpenAPI 3.0: `examples` becomes one `example`, an annotated reference is in `allOf`, and any value is `{}`. */
export function toOpenApi30(document: JsonObject): JsonObject {
  return mapObjects(document, (given) => {
    const node = withGeneratorHints(withPlainSlashes(given))
    const reference = toAnnotatedReference(node)
    const merged = withoutFractions(reference ? { ...reference.words, allOf: [{ $ref: reference.ref }] } : node)
    if (merged.nullable === true && merged.type === undefined && !('allOf' in merged)) delete merged.nullable
    const { examples, contentMediaType: _, contentSchema: __, ...rest } = merged
    if (examples === undefined) return rest
    // A response has a map of examples, which both versions have.
    return Array.isArray(examples) ? { ...rest, example: examples[0] ?? null } : { ...rest, examples }
  })
}

/** A pattern without escaped slashes, because some generators escape them once more. */
function withPlainSlashes(node: JsonObject): JsonObject {
  return typeof node.pattern === 'string' ? { ...node, pattern: node.pattern.replaceAll('\\/', '/') } : node
}

/** The names of `x-go-name`, in the form that ogen reads. */
function withGeneratorHints(node: JsonObject): JsonObject {
  if (!isObject(node.properties)) return node
  const names = Object.entries(node.properties).flatMap(([name, property]) => {
    const goName = isObject(property) && (property['x-go-name'] ?? toAnnotatedReference(property)?.words['x-go-name'])
    return typeof goName === 'string' ? [[name, { name: goName }] as const] : []
  })
  return names.length > 0 ? { ...node, 'x-ogen-properties': Object.fromEntries(names) } : node
}

/** Base64 and bytes, with the keywords of JSON Schema 2020-12. Many generators know bytes only by `format: binary`. */
function toContentKeywords(node: JsonObject): JsonObject {
  if (node.type !== 'string') return node
  if (node.format === 'binary') return { ...node, contentMediaType: 'application/octet-stream' }
  if (node.format !== 'byte') return node
  const { format: _, ...rest } = node
  return { ...rest, contentEncoding: 'base64' }
}

/**
 * Moves a fractional `multipleOf` to `x-multiple-of`. Validators divide in floating point, and would reject values such
 * as 0.35 for 0.05.
 */
function withoutFractions(node: JsonObject): JsonObject {
  if (typeof node.multipleOf !== 'number' || Number.isInteger(node.multipleOf)) return node
  const { multipleOf, ...rest } = node
  return { ...rest, 'x-multiple-of': multipleOf }
}

/** The generator writes `{ allOf: [{ $ref }, annotations] }` for an annotated reference. */
export function toAnnotatedReference(node: JsonObject): { ref: string; words: JsonObject } | undefined {
  if (!Array.isArray(node.allOf) || node.allOf.length !== 2) return
  const [first, second] = node.allOf
  if (!isObject(first) || typeof first.$ref !== 'string' || !isObject(second) || '$ref' in second) return
  return { ref: first.$ref, words: second }
}

/**
 * The rules as a condition that always applies. Validators evaluate it. Type generators ignore `if`, but would merge the
 * alternatives of an `allOf` into the type. JSON Schema cannot compare two values, so `notAbove` is only in `x-rules` and
 * in the description.
 */
export function toConditions(rules: readonly Rule[]): JsonObject {
  const conditions = rules.flatMap((rule) => toCondition(rule) ?? [])
  const [first, ...others] = conditions
  if (!first) return {}
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: {}, then: others.length > 0 ? { allOf: conditions } : first }
}

function toCondition(rule: Rule): JsonObject | undefined {
  if (rule.kind === 'requiredWhen') {
    const applies = { properties: { [rule.when.field]: { enum: [...rule.when.in] } }, required: [rule.when.field] }
    return { anyOf: [{ not: applies }, toRequired([rule.field])] }
  }
  if (rule.kind === 'anyRequired') return { anyOf: rule.fields.map((field) => toRequired([field])) }
  if (rule.kind === 'notTogether') return { not: toRequired(rule.fields) }
  if (rule.kind === 'matchesWhen') {
    const applies = { properties: { [rule.when.field]: { enum: [...rule.when.in] } }, required: [rule.when.field] }
    return { anyOf: [{ not: applies }, { properties: { [rule.field]: { pattern: rule.pattern } } }] }
  }
  return undefined
}

/** Some linters report a required field that the same schema does not declare. */
function toRequired(fields: readonly string[]): JsonObject {
  return { properties: Object.fromEntries(fields.map((field) => [field, {}])), required: [...fields] }
}

function readRules(value: Json): readonly Rule[] {
  return value as unknown as readonly Rule[] // only withRules writes x-rules
}

/** Maps every schema object of a document, inner objects first. Examples and extensions are data and stay unchanged. */
export function mapObjects(node: JsonObject, map: (node: JsonObject) => JsonObject, areProperties = false): JsonObject {
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
