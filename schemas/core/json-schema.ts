import { z } from 'zod'
import type { Json } from './json-value.ts'
import type { Mark, Provenance } from './provenance.ts'
import type { Rule } from './rules.ts'

/** The keywords of JSON Schema that this project's wire schemas use, and the marks that they carry. */
export interface SchemaNode {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, SchemaNode>>
  /** The values of a map, whose keys are not said. */
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
  readonly default?: Json
  readonly examples?: readonly Json[]
  readonly description?: string
  readonly 'x-provenance'?: Mark
  readonly 'x-enum-provenance'?: Readonly<Record<string, Mark>>
  readonly 'x-rules'?: readonly Rule[]
  readonly 'x-quirk'?: readonly string[]
}

/** A wire schema as JSON Schema, without the bounds that zod gives every integer and no page states. */
export function toJsonSchema(schema: z.ZodType): SchemaNode {
  const known = nodes.get(schema)
  if (known) return known
  const node = toNode(schema)
  nodes.set(schema, node)
  return node
}

/** Each schema is converted once: the suite asks for every response, and neither schemas nor nodes ever change. */
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
  return node as SchemaNode // zod types a wider dialect; wire schemas use the keywords above
}

/** Any keys, and values of one kind. */
export function isMap(node: SchemaNode): node is SchemaNode & Required<Pick<SchemaNode, 'additionalProperties'>> {
  return node.properties === undefined && node.additionalProperties?.type !== undefined
}

/** The types that a node admits: of itself, or of each of its alternatives. Empty where anything goes. */
export function toTypes(node: SchemaNode): readonly string[] {
  if (node.anyOf) return [...new Set(node.anyOf.flatMap(toTypes))]
  if (node.type === undefined) return []
  return typeof node.type === 'string' ? [node.type] : node.type
}

/**
 * How well the place of a value is known: the mark of the nearest node above it that has one.
 * `path` is the way into a value, array indexes included.
 */
export function toProvenanceAt(node: SchemaNode, path: readonly PropertyKey[]): Provenance {
  const [step, ...rest] = path
  if (node['x-provenance']) return node['x-provenance']
  if (step === undefined) return 'documented'
  const next = typeof step === 'number' ? node.items : node.properties?.[String(step)]
  return next ? toProvenanceAt(next, rest) : 'documented'
}
