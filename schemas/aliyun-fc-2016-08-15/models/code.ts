import { z } from 'zod'
import { base64 } from '../../core/wire.ts'

/** Source: 004 Definitions, Code. */
export const Code = z
  .object({
    ossBucketName: z.string().meta({ description: 'Name of the OSS bucket that contains the ZIP archive.' }).optional(),
    ossObjectName: z.string().meta({ description: 'Name of the OSS object that contains the ZIP archive.' }).optional(),
    zipFile: base64().meta({ description: 'The ZIP archive, encoded in base64.' }).optional(),
  })
  .meta({
    description:
      'Code of a function: a ZIP archive in OSS (ossBucketName and ossObjectName), or a ZIP archive in the request (zipFile).',
  })

/** Source: 004 Definitions, FunctionCodeResponse. */
export const FunctionCodeResponse = z
  .object({
    checksum: z
      .string()
      .meta({ description: 'CRC-64 of the ZIP archive, as a decimal number.', examples: ['1234567890'] })
      .optional(),
    url: z
      .string()
      .meta({
        description: 'Signed OSS URL from which the ZIP archive can be downloaded. The URL expires.',
        examples: ['http://func-code.oss-cn-shanghai.aliyuncs.com/1a2b3c4d5e6f'],
      })
      .optional(),
  })
  .meta({ description: 'Download URL and checksum of the code of a function.' })
