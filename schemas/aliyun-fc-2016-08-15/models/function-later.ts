import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { int32 } from '../../core/wire.ts'

const texts = (description: string) =>
  z
    .array(z.string())
    .meta({ ...observed, description })
    .optional()

const hook = z
  .object({
    handler: z
      .string()
      .meta({ ...observed, description: 'Handler of the hook.' })
      .optional(),
    timeout: int32()
      .meta({ ...observed, description: 'Timeout of the hook in seconds.' })
      .optional(),
  })
  .optional()

/** Settings of later API versions that later clients of this version send and read as well. */
export const laterFields = {
  customDNS: z
    .object({
      nameServers: texts('IP addresses of the DNS servers.'),
      searches: texts('Search domains.'),
      dnsOptions: z
        .array(
          z.object({
            name: z.string().meta({ description: 'Name of the resolver option.' }),
            value: z.string().meta({ description: 'Value of the resolver option, as a string.' }).optional(),
          }),
        )
        .meta({ ...observed, description: 'Resolver options.' })
        .optional(),
    })
    .meta({ ...observed, description: 'DNS settings of the function.' })
    .optional(),
  customRuntimeConfig: z
    .object({
      command: texts('Start command of the HTTP server, one array item per word.'),
      args: texts('Arguments of the start command.'),
    })
    .meta({ ...observed, description: 'Start command of a custom runtime.' })
    .optional(),
  instanceLifecycleConfig: z
    .object({ preFreeze: hook, preStop: hook })
    .meta({ ...observed, description: 'Hooks in the lifecycle of each instance.' })
    .optional(),
  instanceSoftConcurrency: int32()
    .meta({
      ...observed,
      description: 'Number of concurrent requests in one instance above which a new instance is started in advance.',
    })
    .optional(),
  gpuMemorySize: int32()
    .meta({ ...observed, description: 'GPU memory of one instance in MB.' })
    .optional(),
}
