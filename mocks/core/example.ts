import type { z } from 'zod'
import type { Operation } from '../../schemas/core/operation.ts'
import type { AnyReply } from './handler.ts'

/** An operation's first success answer with its first example, or nothing where the answer has a body but no example. */
export function toExampleReply(operation: Operation): AnyReply | undefined {
  const [status] = Object.keys(operation.success)
    .map(Number)
    .sort((a, b) => a - b)
  const reply = status === undefined ? undefined : operation.success[status]
  if (status === undefined || !reply) return
  const headers = Object.fromEntries(
    Object.entries(reply.headers).flatMap(([name, schema]) => {
      const example = toHeaderExample(schema)
      return example === undefined ? [] : [[name, example]]
    }),
  )
  if (!reply.schema) return { status, headers }
  const [example] = Object.values(reply.examples)
  return example && { status, headers, body: example.value }
}

/** The first example of a header's schema, looked for under the wrappers for optional and default. */
function toHeaderExample(schema: z.ZodType): string | undefined {
  const example = (schema.meta()?.examples as readonly unknown[] | undefined)?.[0] // `meta` types its values as unknown
  if (example !== undefined) return String(example)
  const { innerType } = schema.def as { innerType?: z.ZodType } // the wrappers of zod 4 have it
  return innerType && toHeaderExample(innerType)
}
