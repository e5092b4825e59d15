import { z } from 'zod'

/** Source: FC-DEF GetFunctionCode, 200. */
export const FunctionCode = z
  .object({
    checksum: z
      .string()
      .meta({ description: 'CRC-64 of the code package, as a decimal number.', examples: ['1234567890'] })
      .optional(),
    url: z
      .string()
      .meta({
        description: 'URL from which the code package can be downloaded.',
        examples: ['http://func-code.oss-cn-shanghai.aliyuncs.com/1a2b3c4d5e6f'],
      })
      .optional(),
  })
  .meta({ description: 'Download URL and checksum of the code of a function.' })
