import { z } from 'zod'
import { defined } from '../../core/provenance.ts'

/** Source: FC-DEF, and the samples of 003 and 000. */
export const CustomRuntimeConfig = z
  .object({
    command: z
      .array(z.string())
      .meta({
        'x-quirk': ['B17'],
        description: 'Start command of the HTTP server, one array item per word.',
        examples: [['/code/myBootstrap']],
      })
      .optional(),
    args: z
      .array(z.string())
      .meta({ 'x-quirk': ['B17'], description: 'Arguments of the start command.', examples: [['args1']] })
      .optional(),
  })
  .meta({ ...defined, 'x-quirk': ['B16'], description: 'Start command of a custom runtime.' })
