import { z } from 'zod'

/** Source: 001 tables 9 and 20. */
export const CustomImage = z
  .object({
    enabled: z
      .boolean()
      .meta({ description: 'Whether the function runs from a container image.', examples: [true] })
      .optional(),
    image: z
      .string()
      .meta({ description: 'Address of the image in SWR.', examples: ['swr.xxx.example.com/xxx/xxx:xxx'] })
      .optional(),
    command: z
      .string()
      .meta({ description: 'Command that starts the container.', examples: ['/bin/sh'] })
      .optional(),
    args: z
      .string()
      .meta({ description: 'Arguments of that command.', examples: ['-c'] })
      .optional(),
    working_dir: z
      .string()
      .meta({ description: 'Directory in which the container starts.', examples: ['/'] })
      .optional(),
    uid: z
      .string()
      .meta({ description: 'Id of the user as which the container runs.', examples: ['1003'] })
      .optional(),
    gid: z
      .string()
      .meta({ description: 'Id of the user group as which the container runs.', examples: ['1003'] })
      .optional(),
  })
  .meta({ description: 'Container image of a function, and how to start it.' })
