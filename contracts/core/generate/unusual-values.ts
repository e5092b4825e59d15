import { isMap, type SchemaNode, toTypes } from '../../../schemas/core/json-schema.ts'
import type { Json } from '../../../schemas/core/json-value.ts'
import { toSample } from '../../../schemas/core/sample.ts'
import { isObject } from '../assertions/expect-response.ts'

/** Printable characters that servers escape, decode, expand or lose, and white space at both ends. */
const printable = `  a  b "c" 'd' %41%20 e+f /g \\\\h \\n .i &amp; <j> $k \${l} {{m}} É é e\u0301 ü 😀 – ${'x'.repeat(60)} Z  `
/** A JSON object with white space wherever it may stand. */
const spacedJson = ' {\n\t"key" : "value"\r\n} '
const unprintable = 'one\ntwo\r\nthree\tfour\u0001five'

/** Values of a field of which each has one unusual part, for example text with special characters, zero or an empty list. */
export function toUnusualValues(node: SchemaNode): readonly Json[] {
  if (node.enum) return []
  const [type] = toTypes(node)
  if (type === 'string') return toTextValues(node)
  if (type === 'boolean') return [false, true]
  if (type === 'integer' || type === 'number') return (node.minimum ?? 0) <= 0 ? [0] : []
  if (type === 'array') return toLists(node)
  if (type !== 'object') return []
  if (isMap(node)) return toMaps(node)
  return toObjects(node)
}

/** Unusual texts. Where the text is a JSON object, its values are unusual. */
function toTextValues(node: SchemaNode): readonly string[] {
  if (!isFreeText(node)) return []
  const plain = String(toSample(node))
  if (/^\{".*\}$/.test(plain)) return [...toTexts({}).map((text) => JSON.stringify({ key: text })), spacedJson]
  // A target may restrict the characters of a path, but keeps those that it accepts.
  const paths = plain.startsWith('/') ? ['.d', `'"d`, ' d', '-D_é'].map((end) => `${plain}${end}`) : []
  return [...paths, ...toTexts(node), '']
}

function toTexts({ maxLength = Number.POSITIVE_INFINITY }: SchemaNode): readonly string[] {
  return [printable, unprintable, '007'].map((text) => [...text].slice(0, maxLength).join(''))
}

/** Text of which no source restricts the characters. */
function isFreeText(node: SchemaNode): boolean {
  const { pattern, format, minLength = 0 } = node
  return pattern === undefined && format === undefined && minLength <= 1 && !/^\d+$/.test(String(toSample(node)))
}

function toLists({ items = {}, maxItems = 4 }: SchemaNode): readonly Json[] {
  const [type] = toTypes(items)
  const several: Json[] = type === 'string' ? toSeveralTexts(items) : [toVariant(items, 'b'), toVariant(items, 'a')]
  return [several.slice(0, maxItems), ...toUnusualValues(items).map((item) => [item]), []]
}

/** Several texts with a repetition. The order is neither ascending nor descending. */
function toSeveralTexts(node: SchemaNode): Json[] {
  if (isFreeText(node) && !node.enum) return ['b', 'a', 'b', 'c']
  const [first, second] = node.enum ?? []
  return first === undefined || second === undefined
    ? [toVariant(node, 'b'), toVariant(node, 'a')]
    : ([second, first, second] as Json[])
}

/** An example with a suffix at every free text, so that two variants differ. */
function toVariant(node: SchemaNode, suffix: string): Json {
  const plain = node.properties ? toWhole(node) : toSample(node)
  if (typeof plain === 'string') return isFreeText(node) && !node.enum ? `${plain}${suffix}` : plain
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) return plain
  return Object.fromEntries(
    Object.entries(plain).map(([name, value]) => {
      const child = node.properties?.[name]
      return [name, child ? toVariant(child, suffix) : value]
    }),
  )
}

function toMaps({ additionalProperties = {} }: SchemaNode): readonly Json[] {
  const plain = toSample(additionalProperties)
  return [
    { Zeta: plain, alpha_1: plain, BETA: plain },
    {},
    ...toUnusualValues(additionalProperties).map((value) => ({ key: value })),
  ]
}

/** An object with all fields, and objects in which one field is unusual. */
function toObjects(node: SchemaNode): readonly Json[] {
  const whole = toWhole(node)
  return [
    whole,
    ...toSentFields(node).flatMap(([name, child]) =>
      toUnusualValues(child).map((value) => ({ ...Object(whole), [name]: value }) as Json),
    ),
  ]
}

/** An object with all fields. */
function toWhole(node: SchemaNode): Json {
  const plain = toSample(node)
  const samples = toSentFields(node).map(([name, child]) => [name, toSample(child)] as const)
  return { ...Object.fromEntries(samples), ...(isObject(plain) ? plain : {}) } as Json
}

/** The fields that some client sends. */
function toSentFields({ properties = {} }: SchemaNode): readonly (readonly [string, SchemaNode])[] {
  return Object.entries(properties).filter(([, child]) => child['x-provenance'] !== 'inferred')
}
