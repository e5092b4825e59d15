import { z } from 'zod'
import { observed } from '../../core/provenance.ts'

/** Source: samples of 003 and 000; limits and defaults are what the SDK documents. */
export const CustomHealthCheckConfig = z
  .object({
    httpGetUrl: z
      .string()
      .max(2048)
      .meta({ description: 'Path that a probe asks for, at most 2048 characters.', examples: ['/ready'] })
      .optional(),
    initialDelaySeconds: z
      .int()
      .min(0)
      .max(120)
      .meta({ description: 'Seconds between the start of the container and the first probe.', examples: [1] })
      .default(0),
    periodSeconds: z
      .int()
      .min(1)
      .max(120)
      .meta({ description: 'Seconds from one probe to the next.', examples: [1] })
      .default(3),
    timeoutSeconds: z
      .int()
      .min(1)
      .max(3)
      .meta({ description: 'Seconds after which a probe without a response has failed.', examples: [2] })
      .default(1),
    failureThreshold: z
      .int()
      .min(1)
      .max(120)
      .meta({ description: 'Failed probes in a row that make the container unhealthy.', examples: [1] })
      .default(3),
    successThreshold: z
      .int()
      .min(1)
      .max(120)
      .meta({ description: 'Successful probes in a row that make the container healthy again.', examples: [2] })
      .default(1),
  })
  .meta({
    ...observed,
    'x-quirk': ['B16'],
    description: 'HTTP probes that decide whether an instance of a custom runtime or container can take requests.',
  })
