import { z } from 'zod'
import { defined } from '../../core/provenance.ts'

/** Source: 001 tables 9 and 20. */
export const CustomImage = z
  .object({
    enabled: z
      .boolean()
      .meta({ description: 'If true, the function runs a container image.', examples: [true] })
      .optional(),
    is_public: z
      .boolean()
      .meta({ ...defined, description: 'If true, the image is public.', examples: [false] })
      .optional(),
    image: z
      .string()
      .meta({ description: 'URL of the image in SWR.', examples: ['swr.xxx.example.com/xxx/xxx:xxx'] })
      .optional(),
    command: z
      .string()
      .meta({ description: 'Start command of the container.', examples: ['/bin/sh'] })
      .optional(),
    args: z
      .string()
      .meta({ description: 'Arguments of the start command.', examples: ['-c'] })
      .optional(),
    working_dir: z
      .string()
      .meta({ description: 'Working directory of the container.', examples: ['/'] })
      .optional(),
    uid: z
      .string()
      .meta({ description: 'User id of the container process.', examples: ['1003'] })
      .optional(),
    gid: z
      .string()
      .meta({ description: 'User group id of the container process.', examples: ['1003'] })
      .optional(),
  })
  .meta({ description: 'Container image and start command of a function.' })
