import { z } from 'zod'
import { defined } from '../../core/provenance.ts'
import { int32 } from '../../core/wire.ts'

/** Source: FC-DEF, and the samples of 003 and 000. */
export const CustomHealthCheckConfig = z
  .object({
    httpGetUrl: z
      .string()
      .max(2048)
      .meta({ description: 'Path of the HTTP GET request of a probe, at most 2048 characters.', examples: ['/ready'] }),
    initialDelaySeconds: int32()
      .min(0)
      .max(120)
      .meta({ description: 'Delay between the start of the container and the first probe, in seconds.', examples: [1] })
      .default(0),
    periodSeconds: int32()
      .min(1)
      .max(120)
      .meta({ description: 'Interval between probes in seconds.', examples: [1] })
      .default(3),
    timeoutSeconds: int32()
      .min(1)
      .max(3)
      .meta({ description: 'Timeout of a probe in seconds.', examples: [2] })
      .default(1),
    failureThreshold: int32()
      .min(1)
      .max(120)
      .meta({
        description: 'Number of consecutive failed probes after which the container is unhealthy.',
        examples: [1],
      })
      .default(3),
    successThreshold: int32()
      .min(1)
      .max(120)
      .meta({
        description: 'Number of consecutive successful probes after which the container is healthy again.',
        examples: [2],
      })
      .default(1),
  })
  .meta({
    ...defined,
    'x-quirk': ['B16'],
    description: 'HTTP health check of the instances, for custom runtimes and custom containers.',
  })
