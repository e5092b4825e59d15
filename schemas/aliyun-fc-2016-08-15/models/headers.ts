import { z } from 'zod'

/** Source: the Headers line of the 200 rows of 004. */
export const etag = (resource: string) =>
  z
    .string()
    .meta({
      description: `Tag of this state of the ${resource}; If-Match takes it.`,
      examples: ['738136ea26b79cee660862cd7628e1bc'],
    })
    .optional()
