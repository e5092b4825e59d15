import type { Json, JsonObject } from '../../schemas/core/json-value.ts'
import { isObject, toConditions } from '../../schemas/core/openapi-versions.ts'
import type { Rule } from '../../schemas/core/rules.ts'

/** The document without each field that is a second name of another field (`x-alias-of`). */
export function toOneSpelling(document: JsonObject): JsonObject {
  const names = new Map(findAliases(document))
  return mapNode(document, names)
}

/** Each second name, with the name that is kept. */
function findAliases(node: Json): [string, string][] {
  if (Array.isArray(node)) return node.flatMap(findAliases)
  if (!isObject(node)) return []
  const own = Object.entries(isObject(node.properties) ? node.properties : {}).flatMap(([name, property]) =>
    isObject(property) && typeof property['x-alias-of'] === 'string' ? [[name, property['x-alias-of']] as const] : [],
  )
  return [...own.map(([name, kept]): [string, string] => [name, kept]), ...Object.values(node).flatMap(findAliases)]
}

type Names = ReadonlyMap<string, string>

function mapNode(node: JsonObject, names: Names): JsonObject {
  const entries = Object.entries(node).map(([key, value]): [string, Json] => [
    key,
    key === 'examples' && isObject(value) ? mapExamples(value, names) : mapValue(value, names),
  ])
  const mapped = Object.fromEntries(entries)
  return isObject(mapped.properties) ? mapSchema(mapped, mapped.properties) : mapped
}

function mapValue(value: Json, names: Names): Json {
  if (Array.isArray(value)) return value.map((item) => mapValue(item, names))
  return isObject(value) ? mapNode(value, names) : value
}

/** Renames the fields of examples, and leaves out the examples of a second name. */
function mapExamples(examples: JsonObject, names: Names): JsonObject {
  const kept = Object.entries(examples).filter(
    ([, example]) => !isObject(example) || [...names.keys()].every((name) => !mentions(example.summary, name)),
  )
  return Object.fromEntries(kept.map(([name, example]) => [name, rename(example, names)]))
}

function rename(value: Json, names: Names): Json {
  if (Array.isArray(value)) return value.map((item) => rename(item, names))
  if (!isObject(value)) return value
  // The kept name comes last, so that its value replaces that of the second name.
  const entries = Object.entries(value).sort(([one], [other]) => Number(names.has(other)) - Number(names.has(one)))
  return Object.fromEntries(entries.map(([key, inner]) => [names.get(key) ?? key, rename(inner, names)]))
}

function mapSchema(schema: JsonObject, properties: JsonObject): JsonObject {
  const aliases = new Map(
    Object.entries(properties).flatMap(([name, property]) =>
      isObject(property) && typeof property['x-alias-of'] === 'string' ? [[name, property['x-alias-of']] as const] : [],
    ),
  )
  if (aliases.size === 0) return schema
  const { if: _, then: __, 'x-ogen-properties': ___, 'x-rules': rules, description, ...rest } = schema
  const kept = Object.entries(properties).filter(([name]) => !aliases.has(name))
  const fields = kept.map(([name, property]): [string, Json] => {
    const [alias] = [...aliases].find(([, target]) => target === name) ?? []
    if (alias === undefined || !isObject(property)) return [name, property]
    const other = properties[alias]
    const text = withoutSentences(property.description, aliases) || (isObject(other) ? other.description : '')
    return [name, { ...property, description: text ?? '' }]
  })
  const merged = mergeRules(Array.isArray(rules) ? (rules as object as readonly Rule[]) : [], aliases) // made by withRules
  const required = [...(Array.isArray(schema.required) ? schema.required : []), ...merged.required]
  return {
    ...rest,
    properties: Object.fromEntries(fields),
    ...(required.length > 0 && { required }),
    ...(merged.rules.length > 0 && { 'x-rules': merged.rules as object as Json }),
    description: withoutSentences(description, aliases),
    ...('if' in schema && toConditions(merged.rules)),
  }
}

/** The rules with the kept names. "One of two names is required" becomes a required field. */
function mergeRules(rules: readonly Rule[], aliases: Names): { rules: readonly Rule[]; required: readonly string[] } {
  const toKept = (field: string) => aliases.get(field) ?? field
  const required: string[] = []
  const kept = rules.flatMap((rule): Rule[] => {
    if (rule.kind === 'notAbove') return [{ ...rule, field: toKept(rule.field), limit: toKept(rule.limit) }]
    if (rule.kind === 'requiredWhen')
      return [{ ...rule, field: toKept(rule.field), when: { ...rule.when, field: toKept(rule.when.field) } }]
    if (rule.kind === 'matchesWhen')
      return [{ ...rule, field: toKept(rule.field), when: { ...rule.when, field: toKept(rule.when.field) } }]
    if (rule.kind === 'modelOf') return [{ ...rule, field: toKept(rule.field), by: toKept(rule.by) }]
    if (rule.kind === 'notTogether') return [{ ...rule, fields: [toKept(rule.fields[0]), toKept(rule.fields[1])] }]
    const fields = [...new Set(rule.fields.map(toKept))]
    const [only, ...others] = fields
    if (only === undefined || others.length > 0) return [{ ...rule, fields }]
    required.push(only)
    return []
  })
  return { rules: kept, required }
}

function withoutSentences(text: Json | undefined, aliases: Names): string {
  const sentences = typeof text === 'string' ? text.split(/(?<=\.) /) : []
  return sentences.filter((sentence) => ![...aliases.keys()].some((name) => mentions(sentence, name))).join(' ')
}

/** A name without an inner capital, such as Description, is an ordinary word. */
function mentions(text: Json | undefined, name: string): boolean {
  return typeof text === 'string' && /[a-z][A-Z]/.test(name) && new RegExp(`\\b${name}\\b`).test(text)
}
