import { z } from 'zod'
import { withRules } from '../../core/rules.ts'

export const PolicyCondition = z.enum(['AND', 'OR']).meta({
  description: 'AND: a request must meet all conditions. OR: a request must meet at least one condition.',
  examples: ['AND'],
})

export const PolicyOperator = z.enum(['>', '<', '>=', '<=', '=', '!=', 'in', 'percent']).meta({
  description:
    'How the two values are compared. >, <, >=, <=, = and != compare texts in alphabetical order. in: the value in the request is a part of value. percent: the share of all values of the key, in percent.',
  examples: ['='],
})

export const PolicyItemType = z
  .enum(['Header', 'Cookie', 'Param'])
  .meta({ description: 'Part of the HTTP request that contains the value.', examples: ['Header'] })

export const ResolvePolicy = z.enum(['Random', 'Content']).meta({
  description:
    'How the alias selects the version of an invocation. Random: at random, by additionalVersionWeight. Content: by routePolicy.',
  examples: ['Random'],
  'x-quirk': ['D5'],
})

/** Source: FC-DEF PolicyItem. */
export const PolicyItem = withRules(
  z.object({
    type: PolicyItemType,
    key: z.string().meta({
      description: 'Name of the header, cookie or parameter.',
      examples: ['x-test-uid'],
    }),
    value: z.string().meta({
      description:
        'Value with which the value in the request is compared. For the operator percent: a whole number from 1 to 100, as a string.',
      examples: ['11111'],
    }),
    operator: PolicyOperator,
  }),
  [
    {
      kind: 'matchesWhen',
      field: 'value',
      pattern: '^([1-9][0-9]?|100)$',
      when: { field: 'operator', in: ['percent'] },
    },
  ],
).meta({ description: 'One condition of a route policy.' })

/** Source: FC-DEF RoutePolicy. */
export const RoutePolicy = z
  .object({
    condition: PolicyCondition,
    policyItems: z.array(PolicyItem).meta({ description: 'Conditions of the policy.' }),
  })
  .meta({ description: 'Requests that meet the conditions go to the second version of the alias.' })
