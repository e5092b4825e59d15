import { z } from 'zod'

/** Source: the Headers line of the 200 rows of 004. */
export const etag = (resource: string, quirks?: readonly string[]) =>
  z
    .string()
    .meta({
      description: `ETag of the current state of the ${resource}, for If-Match.`,
      examples: ['738136ea26b79cee660862cd7628e1bc'],
      ...(quirks && { 'x-quirk': quirks }),
    })
    .optional()

/** Source: the If-Match rows of 004. */
export const ifMatch = (resource: string, quirks: readonly string[] = []) =>
  z
    .string()
    .meta({
      description: `ETag of the ${resource} from an earlier response, without quotes. If the ${resource} has changed since then, the request is rejected.`,
      examples: ['738136ea26b79cee660862cd7628e1bc'],
      'x-quirk': ['A23', ...quirks],
    })
    .optional()
