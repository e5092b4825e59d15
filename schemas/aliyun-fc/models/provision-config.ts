import { z } from 'zod'
import { int64, withDefault } from '../../core/wire.ts'
import { ScheduledActions, TargetTrackingPolicies } from './scaling.ts'

const scheduledActions = z.array(ScheduledActions)
const targetTrackingPolicies = z.array(TargetTrackingPolicies)

/** Real servers state this limit of scheduled actions. A later API version has the same limit for policies. */
const mostEntries = 100

/** Request body of PutProvisionConfig. Source: FC-DEF PutProvisionConfig, body. */
export const ProvisionConfigInput = z
  .object({
    target: int64()
      .min(0)
      .max(10_000)
      .meta({
        'x-quirk': ['F12'],
        description: 'Number of provisioned instances, from 0 to 10000. 0 releases all provisioned instances.',
        examples: [1],
      }),
    scheduledActions: scheduledActions
      .max(mostEntries)
      .meta({
        'x-keyword-provenance': { maxItems: 'observed' },
        description: 'Changes of the target at set times, at most 100. Without this field, the existing ones stay.',
      })
      .optional(),
    targetTrackingPolicies: targetTrackingPolicies
      .max(mostEntries)
      .meta({
        'x-keyword-provenance': { maxItems: 'observed' },
        description: 'Policies that follow a metric, at most 100. Without this field, the existing ones stay.',
      })
      .optional(),
    alwaysAllocateCPU: withDefault(
      z.boolean().meta({
        'x-quirk': ['F16'],
        description: 'If true, idle instances keep their CPU.',
        examples: [true],
      }),
      true,
    ),
  })
  .meta({ description: 'Provisioned instances of a function.' })

/** Source: FC-DEF PutProvisionConfig 200, GetProvisionConfig 200, ListProvisionConfigs 200. */
export const ProvisionConfig = z
  .object({
    resource: z
      .string()
      .meta({
        'x-quirk': ['F9', 'F10'],
        description: 'The account, service, qualifier and function, separated by `#`.',
        examples: ['12345#serviceName#qualifier#functionName'],
      })
      .optional(),
    target: int64()
      .meta({
        'x-quirk': ['F12'],
        description: 'Number of provisioned instances that the server aims at.',
        examples: [5],
      })
      .optional(),
    current: int64()
      .meta({ description: 'Number of provisioned instances now.', examples: [1] })
      .optional(),
    scheduledActions: scheduledActions.meta({ description: 'Changes of the target at set times.' }).optional(),
    targetTrackingPolicies: targetTrackingPolicies.meta({ description: 'Policies that follow a metric.' }).optional(),
    currentError: z
      .string()
      .meta({
        description: 'Error of the last failed creation of a provisioned instance.',
        examples: ['image not found'],
      })
      .optional(),
    alwaysAllocateCPU: z
      .boolean()
      .meta({ description: 'If true, idle instances keep their CPU.', examples: [true] })
      .optional(),
  })
  .meta({ description: 'Provisioned instances of a function.' })

/** Source: FC-DEF ListProvisionConfigs 200. */
export const ProvisionConfigPage = z
  .object({
    nextToken: z
      .string()
      .meta({ description: 'Token for the next page. Absent on the last page.', examples: ['demoNextToken'] })
      .optional(),
    provisionConfigs: z.array(ProvisionConfig).meta({ description: 'Configurations on this page.' }).optional(),
  })
  .meta({ description: 'One page of configurations of provisioned instances.' })
