import type { Json, JsonObject } from './json-value.ts'
import { isObject, toConditions } from './openapi-versions.ts'
import { followPointer } from './pointer.ts'
import type { Rule } from './rules.ts'

/** The value without undocumented fields, or `undefined` if it contains another undocumented value. */
export function trim(document: JsonObject, schema: JsonObject, value: Json): Json | undefined {
  const target = resolve(document, schema)
  if (Array.isArray(target.enum) && !target.enum.includes(value)) return undefined
  if (Array.isArray(value)) {
    const items = value.map((item) => trim(document, toObject(target.items), item))
    return items.some((item) => item === undefined) ? undefined : (items as Json[]) // just checked
  }
  if (!isObject(value) || !isObject(target.properties)) return value
  const { properties } = target
  const entries = Object.entries(value).flatMap(([name, field]) => {
    const property = properties[name]
    return isObject(property) ? [[name, trim(document, property, field)] as const] : []
  })
  const names = new Set<Json>(entries.flatMap(([name, field]) => (field === undefined ? [] : [name])))
  const isWhole = (Array.isArray(target.required) ? target.required : []).every((name) => names.has(name))
  return isWhole && names.size === entries.length ? (Object.fromEntries(entries) as JsonObject) : undefined
}

/** The schema without everything that has a mark. */
export function mapSchema(document: JsonObject, node: JsonObject): JsonObject {
  const { 'x-keyword-provenance': keywords, 'x-enum-provenance': values, ...schema } = node
  for (const keyword of Object.keys(toObject(keywords))) delete schema[keyword]
  const { 'x-enum-provenance': marked } = resolve(document, node)
  const isValue = (value: Json | undefined) => !(String(value) in toObject(marked))
  if (!isValue(schema.example)) delete schema.example
  const mapped = Object.fromEntries(
    Object.entries(schema).map(([key, value]): [string, Json] => {
      if (key === 'enum' && Array.isArray(value))
        return [key, value.filter((item) => !(String(item) in toObject(values)))]
      if (isObject(value) && key === 'additionalProperties' && isMarked(document, value)) return [key, {}]
      if (isObject(value) && ['items', 'additionalProperties'].includes(key)) return [key, mapSchema(document, value)]
      if (Array.isArray(value) && ['oneOf', 'allOf', 'anyOf'].includes(key)) {
        return [key, value.map((item) => (isObject(item) ? mapSchema(document, item) : item))]
      }
      return [key, value]
    }),
  )
  return isObject(mapped.properties) ? mapProperties(document, mapped, mapped.properties) : mapped
}

function mapProperties(document: JsonObject, schema: JsonObject, before: JsonObject): JsonObject {
  const fields = mapValues(before, (field) => (isMarked(document, field) ? undefined : mapSchema(document, field)))
  const isKept = (name: Json | undefined) => typeof name === 'string' && name in fields
  const properties = mapValues(fields, ({ 'x-alias-of': alias, 'x-go-name': goName, ...field }) => ({
    ...field,
    ...(isKept(alias) && { 'x-alias-of': alias ?? '', 'x-go-name': goName ?? '' }),
  }))
  const { required, 'x-rules': rules, 'x-ogen-properties': names, if: condition, then: _, ...rest } = schema
  const left = Array.isArray(rules) ? (rules as object as readonly Rule[]).flatMap((rule) => toLeft(rule, isKept)) : [] // made by withRules
  const single = left.flatMap((rule) => (rule.kind === 'anyRequired' && rule.fields.length === 1 ? rule.fields : []))
  const others = left.filter((rule) => rule.kind !== 'anyRequired' || rule.fields.length > 1)
  const needed = [...(Array.isArray(required) ? required.filter(isKept) : []), ...single]
  const aliases = mapValues(names, (value, name) => (toObject(properties[name])['x-alias-of'] ? value : undefined))
  return {
    ...rest,
    properties,
    ...(needed.length > 0 && { required: needed }),
    ...(others.length > 0 && { 'x-rules': others as object as Json }),
    ...(nonEmpty(aliases) && { 'x-ogen-properties': aliases }),
    ...(condition !== undefined && toConditions(others)),
  }
}

/** The rule for the fields that are left, if it still says something. */
function toLeft(rule: Rule, isKept: (name: string) => boolean): Rule[] {
  if (rule.kind === 'anyRequired') {
    const fields = rule.fields.filter(isKept)
    return fields.length > 0 ? [{ ...rule, fields }] : []
  }
  const names =
    rule.kind === 'notTogether'
      ? rule.fields
      : rule.kind === 'notAbove'
        ? [rule.field, rule.limit]
        : [rule.field, rule.kind === 'modelOf' ? rule.by : rule.when.field]
  return names.every(isKept) ? [rule] : []
}

/** Whether a schema, a parameter or a header has a mark, itself or through its model. */
export function isMarked(document: JsonObject, node: JsonObject): boolean {
  if ('x-provenance' in node) return true
  if (isObject(node.schema)) return isMarked(document, node.schema)
  const target = resolve(document, node)
  return target !== node && 'x-provenance' in target
}

/** The model that a schema refers to, or the schema. OpenAPI 3.0 wraps references with other keywords in `allOf`. */
function resolve(document: JsonObject, schema: JsonObject): JsonObject {
  const [only] = Array.isArray(schema.allOf) ? schema.allOf : []
  const { $ref } = isObject(only) ? only : schema
  return typeof $ref === 'string' ? (followPointer(document, $ref) ?? schema) : schema
}

export function toObject(node: Json | undefined): JsonObject {
  return isObject(node) ? node : {}
}

export function nonEmpty(node: JsonObject): JsonObject | undefined {
  return Object.keys(node).length > 0 ? node : undefined
}

/** Maps the objects of an object. A value that becomes `undefined` is removed. */
export function mapValues(
  node: Json | undefined,
  map: (value: JsonObject, key: string) => JsonObject | undefined,
): JsonObject {
  const entries = Object.entries(toObject(node)).flatMap(([key, value]): [string, Json][] => {
    const mapped = isObject(value) ? map(value, key) : value
    return mapped === undefined ? [] : [[key, mapped]]
  })
  return Object.fromEntries(entries)
}
