import { z } from 'zod'
import { HTTPMethod } from '../../aliyun-fc/models/http-method.ts'
import { withDefault } from '../../core/wire.ts'

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
