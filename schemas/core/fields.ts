import { type SchemaNode, toJsonSchema } from './json-schema.ts'
import type { Operation } from './operation.ts'

type Fields = Readonly<Record<string, SchemaNode>>

/** The fields of the request body of an operation. Empty without a body of named fields. */
export function toRequestFields({ body }: Operation): Fields {
  return (body && toJsonSchema(body.schema).properties) ?? {}
}

/** The fields of the success responses of an operation. Empty without a body of named fields. */
export function toResponseFields({ success }: Operation): Fields {
  const schema = Object.values(success).find((response) => response.schema)?.schema
  return (schema && toJsonSchema(schema).properties) ?? {}
}
