import { z } from 'zod'

const zone = z.string().meta({ description: 'Id of an availability zone.', examples: ['cn-hangzhou-f'] })

/** Source: FC-DEF GetAccountSettings, response 200. */
export const GetAccountSettingsOutput = z
  .object({
    availableAZs: z
      .array(zone)
      .meta({ 'x-quirk': ['E33'], description: 'Availability zones.' })
      .optional(),
    defaultRole: z
      .string()
      .meta({
        description: 'Default RAM role of services.',
        examples: ['acs:ram::1234:role/aliyunfcdefaultrole'],
      })
      .optional(),
  })
  .meta({ description: 'Settings of the account.' })

/** Source: FC-DEF AvailableAZ. */
export const AvailableAZ = z
  .object({
    availableAZs: z
      .string()
      .meta({
        'x-quirk': ['E33'],
        description: 'Ids of availability zones, as text.',
        examples: ["['cn-chengdu-a', 'cn-chengdu-b']"],
      })
      .optional(),
  })
  .meta({ description: 'Availability zones, as text. No operation uses this definition.' })
