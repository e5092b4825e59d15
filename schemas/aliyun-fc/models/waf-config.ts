import { z } from 'zod'

/** Source: FC-DEF WAFConfig. */
export const WAFConfig = z
  .object({
    enableWAF: z
      .boolean()
      .meta({ description: 'If true, the web application firewall is enabled.', examples: [true] })
      .optional(),
  })
  .meta({ description: 'Settings of the web application firewall.' })
