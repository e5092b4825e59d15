import { z } from 'zod'
import { base64 } from '../../core/wire.ts'

/** Source: 004 Definitions, Code. */
export const Code = z
  .object({
    ossBucketName: z.string().meta({ description: 'OSS bucket that holds the zip archive.' }).optional(),
    ossObjectName: z.string().meta({ description: 'OSS object that is the zip archive.' }).optional(),
    zipFile: base64().meta({ description: 'The zip archive itself, in base64.' }).optional(),
  })
  .meta({ description: 'Code of a function: either an object in OSS, by bucket and object name, or a zip archive.' })

/** Source: 004 Definitions, FunctionCodeResponse. */
export const FunctionCodeResponse = z
  .object({
    checksum: z
      .string()
      .meta({ description: 'CRC-64 of the zip archive, as a decimal number.', examples: ['1234567890'] })
      .optional(),
    url: z
      .string()
      .meta({
        description: 'Signed OSS address from which the zip archive can be downloaded for a while.',
        examples: ['http://func-code.oss-cn-shanghai.aliyuncs.com/1a2b3c4d5e6f'],
      })
      .optional(),
  })
  .meta({ description: 'Where to download the code of a function.' })
