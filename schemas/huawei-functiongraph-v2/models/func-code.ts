import { z } from 'zod'
import { base64 } from '../../core/wire.ts'

/** Source: 002 tables 4 and 6. */
export const FuncCode = z
  .object({
    file: base64()
      .meta({
        description:
          'The code, encoded in base64: a source file, a ZIP archive or a JAR file. If empty, the default code is used.',
      })
      .optional(),
    link: z
      .string()
      .meta({ description: 'URL of the code.', examples: [''] })
      .optional(),
  })
  .meta({ description: 'Code of a function.' })
