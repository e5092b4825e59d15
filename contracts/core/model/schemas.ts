import type { z } from 'zod'
import type { Api } from '../../../schemas/core/api.ts'
import { type SchemaNode, toJsonSchema } from '../../../schemas/core/json-schema.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { JsonObject } from '../expect-reply.ts'

/** Schemas as JSON Schema, each made once: a sequence asks for the same ones at every call. */
export interface Schemas {
  readonly node: (schema: z.ZodType) => SchemaNode
  /** Defaults that the requests for this kind of resource document, by field. */
  readonly defaults: (operation: Operation) => JsonObject
}

export function createSchemas({ operations }: Pick<Api, 'operations'>): Schemas {
  const nodes = new Map<z.ZodType, SchemaNode>()
  const defaults = new Map<string, JsonObject>()
  const node = (schema: z.ZodType) => {
    const made = nodes.get(schema) ?? toJsonSchema(schema)
    nodes.set(schema, made)
    return made
  }
  const readDefaults = (tag: string): JsonObject => {
    const bodies = Object.values(operations).flatMap(({ body, ...operation }) =>
      operation.tag === tag && body ? [node(body.schema).properties ?? {}] : [],
    )
    return Object.fromEntries(
      bodies
        .flatMap((properties) => Object.entries(properties))
        .flatMap(([field, { default: value, ...rest }]) =>
          value === undefined || rest['x-provenance'] ? [] : [[field, value] as const],
        ),
    )
  }
  return {
    node,
    defaults({ tag }) {
      const made = defaults.get(tag) ?? readDefaults(tag)
      defaults.set(tag, made)
      return made
    },
  }
}
