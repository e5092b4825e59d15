import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { openObject } from '../../core/wire.ts'
import { LogConfig } from './log-config.ts'
import { NASConfig } from './nas-config.ts'
import { NextToken } from './next-token.ts'
import { VPCConfig } from './vpc-config.ts'

/** What a request may set, and may leave out. */
const settings = {
  internetAccess: z
    .boolean()
    .meta({
      description: 'Whether functions of the service may reach the internet.',
      examples: [true],
      'x-quirk': ['A13'],
    })
    .optional(),
  logConfig: LogConfig.meta({
    description: "Log store that receives the execution logs of the service's functions.",
  }).optional(),
  role: z
    .string()
    .meta({
      description:
        "RAM role that Function Compute assumes to reach the user's cloud resources, for instance to write logs. A function finds temporary credentials of this role in its context.",
      examples: ['acs:ram::1234567890:role/fc-test'],
    })
    .optional(),
  vpcConfig: VPCConfig.meta({
    description: "VPC in which the network interfaces of the service's functions are set up.",
  }).optional(),
  tracingConfig: openObject()
    .meta({ ...observed, description: 'Tracing settings.' })
    .optional(),
}

const nasConfig = NASConfig.meta({ description: "NAS file systems that the service's functions mount." }).optional()

/** Request body of CreateService. Source: 004 Definitions, Service. */
export const Service = z
  .object({
    serviceName: z.string().meta({ description: 'Name of the service.' }),
    description: z.string().meta({ description: 'Free text about the service.' }).optional(),
    ...settings,
    nasConfig,
  })
  .meta({ description: 'A service to create.' })

/** Request body of UpdateService. Source: 004 Definitions, ServiceUpdateFields. */
export const ServiceUpdateFields = z
  .object({
    description: z
      .string()
      .meta({ description: 'New free text about the service.', 'x-quirk': ['A34'] })
      .optional(),
    ...settings,
    nasConfig,
  })
  .meta({ description: 'What to change of a service. A field that is absent stays as it is.' })

/** What ListServices and the responses about one service have in common. */
const answered = {
  createdTime: z
    .string()
    .meta({ description: 'When the service was created, in UTC.', examples: ['2016-08-15T16:06:05.000+0000'] })
    .optional(),
  description: z
    .string()
    .meta({ description: 'Free text about the service.', examples: ['This is a demo service.'] })
    .optional(),
  serviceId: z
    .string()
    .meta({
      description: 'Id that Function Compute gave the service, unique.',
      examples: ['2d28e0e9-9ba5-4eed-8b1a-d3d9cd24e737'],
    })
    .optional(),
  serviceName: z
    .string()
    .meta({ description: 'Name of the service.', examples: ['demo-service'] })
    .optional(),
  ...settings,
}

const lastModifiedTime = z.string()
const lastModifiedTimeMeta = {
  description: 'When the service was last updated, in UTC.',
  examples: ['2016-08-16T18:00:00.000+0000'],
}

/** A service as the API returns it. Source: 004 Definitions, ServiceResponse. */
export const ServiceResponse = z
  .object({ ...answered, lastModifiedTime: lastModifiedTime.meta(lastModifiedTimeMeta).optional(), nasConfig })
  .meta({ description: 'A service.' })

/** A service in a list: a model of its own, because it has no nasConfig. Source: 004 ListServices, services. */
export const ServiceSummary = z
  .object({
    ...answered,
    lastModifiedTime: lastModifiedTime.meta({ ...lastModifiedTimeMeta, 'x-quirk': ['A19'] }).optional(),
  })
  .meta({ description: 'A service in a list, which leaves the NAS configuration out.', 'x-quirk': ['A18'] })

/** Source: 004 ListServices, Response 200. */
export const ServicePage = z
  .object({
    nextToken: NextToken.optional(),
    services: z.array(ServiceSummary).meta({ description: 'Services of this page, by name.' }).optional(),
  })
  .meta({ description: 'One page of services.' })
