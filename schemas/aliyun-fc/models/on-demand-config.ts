import { z } from 'zod'
import { int64 } from '../../core/wire.ts'

const maximumInstanceCount = int64().min(0)

/** Request body of PutFunctionOnDemandConfig. Source: FC-DEF PutFunctionOnDemandConfig, body; FC-DEF OnDemandConfig. */
export const OnDemandConfigInput = z
  .object({
    maximumInstanceCount: maximumInstanceCount.meta({
      'x-quirk': ['F11'],
      description:
        'Maximum on-demand instances of the function. 0 forbids on-demand invocations. The maximum is the concurrency limit of the account, 300 by default.',
      examples: [10],
    }),
  })
  .meta({ description: 'Limit of on-demand instances.' })

/** Source: FC-DEF OnDemandConfig, GetFunctionOnDemandConfig 200, PutFunctionOnDemandConfig 200. */
export const OnDemandConfig = z
  .object({
    resource: z
      .string()
      .meta({
        'x-quirk': ['F9'],
        description:
          'The function and its qualifier, in the form `services/{service}.{qualifier}/functions/{function}`.',
        examples: ['services/demo-service.prod/functions/demo-function'],
      })
      .optional(),
    maximumInstanceCount: maximumInstanceCount
      .meta({
        'x-quirk': ['F11'],
        description: 'Maximum on-demand instances of the function. 0 forbids on-demand invocations.',
        examples: [10],
      })
      .optional(),
  })
  .meta({ description: 'Limit of on-demand instances of a function.' })

/** Source: FC-DEF ListOnDemandConfigs 200. */
export const OnDemandConfigPage = z
  .object({
    configs: z
      .array(OnDemandConfig)
      .meta({
        'x-quirk': ['F8'],
        description: 'Configurations on this page, sorted by resource. Absent if there are none.',
      })
      .optional(),
    nextToken: z
      .string()
      .meta({ description: 'Token for the next page. Absent on the last page.', examples: ['c2VydmljZXMvYQ'] })
      .optional(),
  })
  .meta({ description: 'One page of limits of on-demand instances.' })
