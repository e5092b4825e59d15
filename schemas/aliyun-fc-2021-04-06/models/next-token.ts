import { z } from 'zod'

/** Source: FC-DEF, the responses of lists. */
export const NextToken = z.string().meta({
  description: 'Token for the next page of the list. Absent or empty on the last page.',
  examples: ['8bj81uI8n0c3Vt'],
})
