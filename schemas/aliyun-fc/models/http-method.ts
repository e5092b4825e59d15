import { z } from 'zod'

export const HTTPMethod = z.enum(['HEAD', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']).meta({
  description: 'A method of HTTP.',
  examples: ['GET'],
  'x-quirk': ['D7'],
})
