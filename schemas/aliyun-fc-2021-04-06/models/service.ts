import { z } from 'zod'
import { LogConfig } from './log-config.ts'
import { NASConfig } from './nas-config.ts'
import { NextToken } from './next-token.ts'
import { OSSMountConfig } from './oss-mount-config.ts'
import { TracingConfig } from './tracing-config.ts'
import { VPCConfig } from './vpc-config.ts'

const description = z
  .string()
  .meta({ description: 'Description of the service.', examples: ['demo-service-test'] })
  .optional()

const internetAccess = z.boolean().meta({
  description: 'If true, functions of the service have access to the internet.',
  examples: [true],
})

/** The settings that requests and responses share. */
const settings = {
  logConfig: LogConfig.meta({
    description: 'Destination of the execution logs of all functions in the service.',
  }).optional(),
  nasConfig: NASConfig.meta({
    description: 'NAS file systems that all functions in the service mount.',
  }).optional(),
  role: z
    .string()
    .meta({
      description:
        'RAM role that Function Compute assumes to write logs, and to create temporary credentials with which functions access other cloud services.',
      examples: ['acs:ram::1234567890:role/fc-test'],
    })
    .optional(),
  vpcConfig: VPCConfig.meta({ description: 'VPC that functions of the service can access.' }).optional(),
  tracingConfig: TracingConfig.meta({
    description: 'Tracing of the requests to all functions in the service.',
  }).optional(),
  ossMountConfig: OSSMountConfig.meta({
    description: 'OSS buckets that all functions in the service mount.',
  }).optional(),
}

/** Source: FC-DEF CreateService, body. */
export const CreateServiceInput = z
  .object({
    serviceName: z
      .string()
      .min(1)
      .max(128)
      .regex(/^[a-zA-Z_][a-zA-Z0-9_-]*$/)
      .meta({
        description:
          'Name of the service, 1 to 128 characters: letters, digits, underscores and hyphens. The first character must not be a digit or a hyphen.',
        examples: ['service_Name'],
      }),
    description,
    internetAccess: internetAccess.default(true),
    ...settings,
  })
  .meta({ description: 'A service to create.' })

/** Source: FC-DEF UpdateService, body. */
export const UpdateServiceInput = z
  .object({ description, internetAccess: internetAccess.optional(), ...settings })
  .meta({ description: 'Changes to a service. An absent field stays unchanged.' })

/** Source: FC-DEF CreateService, GetService, UpdateService and ListServices, 200. */
export const Service = z
  .object({
    serviceId: z
      .string()
      .meta({
        description: 'Unique id of the service. Function Compute generates the id.',
        examples: ['2d28e0e9-9ba5-4eed-8b1a-d3d9cd24e737'],
      })
      .optional(),
    serviceName: z
      .string()
      .meta({ description: 'Name of the service.', examples: ['demo-service'] })
      .optional(),
    description,
    internetAccess: internetAccess.optional(),
    ...settings,
    useSLRAuthentication: z
      .boolean()
      .meta({
        description: 'If true, the service is authorized by the service-linked role of Function Compute.',
        examples: [true],
      })
      .optional(),
    createdTime: z
      .string()
      .meta({
        description: 'Time when the service was created, in UTC.',
        examples: ['2016-08-15T16:06:05.000+0000', '2020-04-03T05:57:28Z'],
        'x-quirk': ['D9'],
      })
      .optional(),
    lastModifiedTime: z
      .string()
      .meta({
        description: 'Time when the service was last updated, in UTC.',
        examples: ['2016-08-15T16:06:05.000+0000', '2020-04-03T05:57:28Z'],
        'x-quirk': ['D9'],
      })
      .optional(),
  })
  .meta({ description: 'A service.' })

/** Source: FC-DEF ListServices, 200. */
export const ServicePage = z
  .object({
    nextToken: NextToken.optional(),
    services: z.array(Service).meta({ description: 'Services on this page, sorted by name.' }).optional(),
  })
  .meta({ description: 'One page of services.' })
