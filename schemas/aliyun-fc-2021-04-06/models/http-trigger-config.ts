import { z } from 'zod'
import { withDefault } from '../../core/wire.ts'

export const HTTPMethod = z.enum(['HEAD', 'GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']).meta({
  description: 'A method of HTTP.',
  examples: ['GET'],
  'x-quirk': ['D7'],
})

export const HTTPTriggerAuthType = z.enum(['anonymous', 'function']).meta({
  description: 'anonymous: requests need no authentication. function: requests need a signature.',
  examples: ['anonymous'],
})

/** Source: FC-DEF HTTPTriggerConfig. */
export const HTTPTriggerConfig = z
  .object({
    authType: withDefault(HTTPTriggerAuthType, 'function'),
    methods: z.array(HTTPMethod).meta({ description: 'Methods that the trigger accepts.' }).optional(),
    disableURLInternet: withDefault(
      z.boolean().meta({
        description: 'If true, requests to the public URL of the function get status 403.',
        examples: [false],
      }),
      false,
    ),
    authConfig: z.string().meta({ description: 'Settings of the authentication, as text.' }).optional(),
  })
  .meta({ description: 'Settings of a trigger of the type http.' })
