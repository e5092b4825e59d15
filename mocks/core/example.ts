import type { z } from 'zod'
import type { Operation } from '../../schemas/core/operation.ts'
import type { AnyResult } from './handler.ts'

/**
 * The first success response of an operation with its first example. Returns `undefined` if the response has a body but
 * no example.
 */
export function toExampleResult(operation: Operation): AnyResult | undefined {
  const [status] = Object.keys(operation.success)
    .map(Number)
    .sort((a, b) => a - b)
  const result = status === undefined ? undefined : operation.success[status]
  if (status === undefined || !result) return
  const headers = Object.fromEntries(
    Object.entries(result.headers).flatMap(([name, schema]) => {
      const example = toHeaderExample(schema)
      return example === undefined ? [] : [[name, example]]
    }),
  )
  if (!result.schema) return { status, headers }
  const [example] = Object.values(result.examples)
  return example && { status, headers, body: example.value }
}

/** The first example in the schema of a header. Unwraps optional and default. */
function toHeaderExample(schema: z.ZodType): string | undefined {
  const example = (schema.meta()?.examples as readonly unknown[] | undefined)?.[0] // `meta` types its values as unknown
  if (example !== undefined) return String(example)
  const { innerType } = schema.def as { innerType?: z.ZodType } // the wrappers of zod 4 have it
  return innerType && toHeaderExample(innerType)
}
