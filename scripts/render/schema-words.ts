import type { Json, JsonObject } from '../../schemas/core/json-value.ts'
import { toCount } from '../../schemas/core/lib/count.ts'
import { isObject } from '../../schemas/core/openapi-versions.ts'
import { type Rule, toRuleText } from '../../schemas/core/rules.ts'

export interface FieldRow {
  readonly name: string
  readonly type: string
  readonly required: boolean
  readonly rules: string
  readonly schema: JsonObject
}

/** The properties of an object schema; those of an inline object or array item follow it with a dotted name. */
export function toFieldRows(schema: JsonObject, prefix = ''): FieldRow[] {
  const properties = isObject(schema.properties) ? schema.properties : {}
  const required = Array.isArray(schema.required) ? schema.required : []
  return Object.entries(properties).flatMap(([name, property]) => {
    if (!isObject(property)) return []
    const row = {
      name: `${prefix}${name}`,
      type: toTypeText(property),
      required: required.includes(name),
      rules: toWords(property),
      schema: property,
    }
    const inner = isObject(property.items) ? { node: property.items, mark: '[].' } : { node: property, mark: '.' }
    return [row, ...toFieldRows(inner.node, `${prefix}${name}${inner.mark}`)]
  })
}

/** `integer (int32)`, `array of [MountPoint](#mountpoint)`, `map of string`. */
export function toTypeText(schema: JsonObject): string {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return `[${name}](#${name.toLowerCase()})`
  }
  for (const key of ['anyOf', 'oneOf']) {
    const options = schema[key]
    if (Array.isArray(options))
      return options.map((option) => (isObject(option) ? toTypeText(option) : '')).join(' or ')
  }
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : schema.type
  if (type === 'array' && isObject(schema.items)) return `array of ${toTypeText(schema.items)}`
  if (isObject(schema.additionalProperties)) return `map of ${toTypeText(schema.additionalProperties)}`
  if (typeof type !== 'string') return 'any'
  const format = schema.format ?? schema.contentEncoding
  return typeof format === 'string' ? `${type} (${format})` : type
}

/** Everything that narrows a value, in one line. */
export function toWords(schema: JsonObject): string {
  return [
    ...bounds(schema, 'minimum', 'maximum', String),
    ...bounds(schema, 'minLength', 'maxLength', (limit) => toCount(limit, 'character')),
    ...bounds(schema, 'minItems', 'maxItems', (limit) => toCount(limit, 'item')),
    ...['multipleOf', 'x-multiple-of'].filter((key) => key in schema).map((key) => `multiple of ${value(schema[key])}`),
    ...('default' in schema ? [`default ${value(schema.default)}`] : []),
    ...('x-default' in schema ? [`documented default ${value(schema['x-default'])}`] : []),
    ...(typeof schema.pattern === 'string' ? [`pattern \`${schema.pattern}\``] : []),
    ...(Array.isArray(schema.enum) ? [`one of ${toEnumText(schema)}`] : []),
    ...('$ref' in schema ? toMarkedValues(schema) : []),
    // Written by withRules and nothing else.
    ...(Array.isArray(schema['x-rules']) ? (schema['x-rules'] as object as readonly Rule[]).map(toRuleText) : []),
  ].join('; ')
}

function bounds(schema: JsonObject, low: string, high: string, toText: (limit: number) => string): string[] {
  const least = Number(schema[low])
  const most = toText(Number(schema[high]))
  if (low in schema && high in schema) return [`${least} to ${most}`]
  if (low in schema) return [`at least ${toText(least)}`]
  return high in schema ? [`at most ${most}`] : []
}

/** The marks of single values, where they differ from those of the referenced enumeration. */
function toMarkedValues({ 'x-enum-provenance': marks }: JsonObject): string[] {
  if (!isObject(marks)) return []
  const marked = Object.entries(marks).map(([item, mark]) => `${item} (${value(mark)})`)
  return [marked.length > 0 ? `marked values: ${marked.join(', ')}` : 'no value has a mark']
}

function toEnumText(schema: JsonObject): string {
  const marks = isObject(schema['x-enum-provenance']) ? schema['x-enum-provenance'] : {}
  const values = Array.isArray(schema.enum) ? schema.enum : []
  return values
    .map((item) => `${value(item)}${marks[String(item)] ? ` (${value(marks[String(item)])})` : ''}`)
    .join(', ')
}

function value(item: Json | undefined): string {
  return typeof item === 'string' ? item : JSON.stringify(item)
}
