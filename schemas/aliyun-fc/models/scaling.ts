import { z } from 'zod'
import { withRules } from '../../core/rules.ts'
import { int64 } from '../../core/wire.ts'

/** In source FC-DEF, only the target of PutProvisionConfig has limits. */
const mostInstances = 10_000

const count = () =>
  int64()
    .min(0)
    .max(mostInstances)
    .meta({ 'x-keyword-provenance': { minimum: 'inferred', maximum: 'inferred' } })

/** Real servers state this format when they reject a time. */
const utcTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, { error: "must be in UTC, such as '2020-10-10T10:10:10Z'" })
  .meta({ 'x-keyword-provenance': { pattern: 'observed' } })

/** A scheduled change of the target. Source: FC-DEF ScheduledActions; FC-DEF PutProvisionConfig 200. */
export const ScheduledActions = z
  .object({
    name: z
      .string()
      .meta({ description: 'Name of the action. It is unique in the configuration.', examples: ['action_1'] })
      .optional(),
    startTime: utcTime
      .meta({ description: 'Time from which the action applies, in UTC.', examples: ['2020-10-10T10:10:10Z'] })
      .optional(),
    endTime: utcTime
      .meta({ description: 'Time until which the action applies, in UTC.', examples: ['2021-10-10T10:10:10Z'] })
      .optional(),
    target: count()
      .meta({
        'x-quirk': ['F13'],
        description: 'Number of provisioned instances that the action sets.',
        examples: [50],
      })
      .optional(),
    scheduleExpression: z
      .string()
      .regex(/^(at|cron)\([^()]*\)$/, { error: 'must be at(time) or cron(expression)' })
      .meta({
        'x-quirk': ['F14'],
        'x-keyword-provenance': { pattern: 'observed' },
        description:
          'When the action sets the target, in UTC. `at(2020-10-10T10:10:10Z)` is one time. `cron(0 */30 * * * *)` is a cron expression with seconds, minutes, hours, day of month, month and day of week. The seconds may be absent.',
        examples: ['cron(0 0 20 * * *)', 'cron(0/30 * * * *)', 'at(2020-10-10T10:10:10Z)'],
      })
      .optional(),
  })
  .meta({ 'x-quirk': ['F13'], description: 'A change of the number of provisioned instances at set times.' })

export const MetricType = z.enum(['ProvisionedConcurrencyUtilization', 'CPUUtilization', 'GPUMemUtilization']).meta({
  'x-quirk': ['F15'],
  description:
    'Tracked metric. ProvisionedConcurrencyUtilization: used share of the concurrency of provisioned instances. CPUUtilization: CPU utilization. GPUMemUtilization: GPU utilization.',
  examples: ['CPUUtilization'],
})

/** A policy that follows a metric. Source: FC-DEF TargetTrackingPolicies; FC-DEF PutProvisionConfig 200. */
export const TargetTrackingPolicies = withRules(
  z.object({
    name: z
      .string()
      .meta({ description: 'Name of the policy.', examples: ['test_1'] })
      .optional(),
    startTime: utcTime
      .meta({ description: 'Time from which the policy applies, in UTC.', examples: ['2020-10-10T10:10:10Z'] })
      .optional(),
    endTime: utcTime
      .meta({ description: 'Time until which the policy applies, in UTC.', examples: ['2021-10-10T10:10:10Z'] })
      .optional(),
    metricType: MetricType.optional(),
    metricTarget: z
      .number()
      .meta({ format: 'double', description: 'Value of the metric that the policy aims at.', examples: [0.6] })
      .optional(),
    minCapacity: count()
      .meta({ description: 'Minimum provisioned instances.', examples: [10] })
      .optional(),
    maxCapacity: count()
      .meta({ description: 'Maximum provisioned instances.', examples: [100] })
      .optional(),
  }),
  [{ kind: 'notAbove', field: 'minCapacity', limit: 'maxCapacity' }],
).meta({
  'x-quirk': ['F13'],
  description:
    'A policy that changes the number of provisioned instances every minute, so that a metric stays near its target. Above the target, the number grows fast. Below the target, the number shrinks slowly. The number stays between minCapacity and maxCapacity.',
})
