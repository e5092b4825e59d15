import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** Source: samples of 003 and 000; types are what the SDK declares. */
export const CustomRuntimeConfig = z
  .object({
    command: z
      .array(z.string())
      .meta({
        'x-quirk': ['B17'],
        description: 'Start command of the HTTP server, one string a word.',
        examples: [['/code/myBootstrap']],
      })
      .optional(),
    args: z
      .array(z.string())
      .meta({ 'x-quirk': ['B17'], description: 'Arguments of the start command.', examples: [['args1']] })
      .optional(),
  })
  .meta({ ...observed, 'x-quirk': ['B16'], description: 'How a custom runtime starts.' })
