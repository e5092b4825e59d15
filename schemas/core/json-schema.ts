import { z } from 'zod'
import type { Json } from './json-value.ts'
import type { Mark, Provenance } from './provenance.ts'
import type { Rule } from './rules.ts'

/** The JSON Schema keywords and marks in wire schemas. */
export interface SchemaNode {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, SchemaNode>>
  /** The schema of the values of a map. */
  readonly additionalProperties?: SchemaNode
  readonly required?: readonly string[]
  readonly items?: SchemaNode
  readonly anyOf?: readonly SchemaNode[]
  readonly enum?: readonly Json[]
  readonly const?: Json
  readonly minimum?: number
  readonly maximum?: number
  readonly multipleOf?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly pattern?: string
  readonly format?: string
  /** `application/json`: the text of a JSON object. */
  readonly contentMediaType?: string
  readonly default?: Json
  readonly examples?: readonly Json[]
  readonly description?: string
  readonly 'x-provenance'?: Mark
  readonly 'x-enum-provenance'?: Readonly<Record<string, Mark>>
  /** The provenance of single keywords, by name: `{ minLength: 'inferred' }`. */
  readonly 'x-keyword-provenance'?: Readonly<Record<string, Mark>>
  readonly 'x-rules'?: readonly Rule[]
  readonly 'x-quirk'?: readonly string[]
}

/** A wire schema as JSON Schema, without the integer bounds that zod adds. */
export function toJsonSchema(schema: z.ZodType): SchemaNode {
  const known = nodes.get(schema)
  if (known) return known
  const node = toNode(schema)
  nodes.set(schema, node)
  return node
}

/** Cache of converted schemas. Schemas and nodes never change. */
const nodes = new WeakMap<z.ZodType, SchemaNode>()

function toNode(schema: z.ZodType): SchemaNode {
  const { $schema: _, ...node } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
    },
  })
  return node as SchemaNode // zod has a wider type; wire schemas use only these keywords
}

/** True for a map: any keys, and values of one schema. */
export function isMap(node: SchemaNode): node is SchemaNode & Required<Pick<SchemaNode, 'additionalProperties'>> {
  return node.properties === undefined && node.additionalProperties?.type !== undefined
}

/** The types of a node or of its alternatives. Empty if any type is allowed. */
export function toTypes(node: SchemaNode): readonly string[] {
  if (node.anyOf) return [...new Set(node.anyOf.flatMap(toTypes))]
  if (node.type === undefined) return []
  return typeof node.type === 'string' ? [node.type] : node.type
}

/** Whether a JSON value has one of the types of a node. */
export function hasType(node: SchemaNode, value: unknown): boolean {
  const types = toTypes(node)
  if (types.length === 0) return true
  if (value === null) return types.includes('null')
  if (Array.isArray(value)) return types.includes('array')
  if (typeof value !== 'number') return types.includes(typeof value)
  return types.includes('number') || (types.includes('integer') && Number.isInteger(value))
}

/**
 * The provenance of the value at `path`: the mark of the first marked node on the path. Array items are numbers in `path`.
 */
export function toProvenanceAt(node: SchemaNode, path: readonly PropertyKey[]): Provenance {
  const [step, ...rest] = path
  if (node['x-provenance']) return node['x-provenance']
  if (step === undefined) return 'documented'
  const next = typeof step === 'number' ? node.items : node.properties?.[String(step)]
  return next ? toProvenanceAt(next, rest) : 'documented'
}
