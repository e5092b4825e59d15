import { z } from 'zod'
import { base64 } from '../../core/wire.ts'

/** Source: 002 tables 4 and 6. */
export const FuncCode = z
  .object({
    file: base64()
      .meta({
        description: 'The code itself in base64: a source file, a ZIP or a JAR. Empty, the default code is used.',
      })
      .optional(),
    link: z
      .string()
      .meta({ description: 'Address from which the code can be read.', examples: [''] })
      .optional(),
  })
  .meta({ description: 'Code of a function.' })
