import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { openObject, pathName } from '../../core/wire.ts'
import { LogConfig } from './log-config.ts'
import { NASConfig } from './nas-config.ts'
import { NextToken } from './next-token.ts'
import { VPCConfig } from './vpc-config.ts'

/** The optional settings of a service. */
const settings = {
  internetAccess: z
    .boolean()
    .meta({
      description: 'If true, functions of the service have access to the internet.',
      examples: [true],
      'x-quirk': ['A13'],
    })
    .optional(),
  logConfig: LogConfig.meta({
    description: 'Destination of the execution logs of all functions in the service.',
  }).optional(),
  role: z
    .string()
    .meta({
      description:
        'RAM role that Function Compute assumes to access cloud resources of the user, for example to write logs. The context of a function contains temporary credentials of this role.',
      examples: ['acs:ram::1234567890:role/fc-test'],
    })
    .optional(),
  vpcConfig: VPCConfig.meta({
    description: 'VPC of the network interfaces of all functions in the service.',
  }).optional(),
  tracingConfig: openObject()
    .meta({
      ...observed,
      description: 'Tracing settings.',
      examples: [{ type: 'Jaeger', params: { endpoint: 'http://tracing.example.com/api/traces' } }],
    })
    .optional(),
}

const nasConfig = NASConfig.meta({
  description: 'NAS file systems that all functions in the service mount.',
}).optional()

/** Request body of CreateService. Source: 004 Definitions, Service. */
export const Service = z
  .object({
    serviceName: pathName().meta({ description: 'Name of the service.', 'x-quirk': ['W19'] }),
    description: z.string().meta({ description: 'Description of the service.' }).optional(),
    ...settings,
    nasConfig,
  })
  .meta({ description: 'A service to create.' })

/** Request body of UpdateService. Source: 004 Definitions, ServiceUpdateFields. */
export const ServiceUpdateFields = z
  .object({
    description: z
      .string()
      .meta({ description: 'New description of the service.', 'x-quirk': ['A34'] })
      .optional(),
    ...settings,
    nasConfig,
  })
  .meta({ description: 'Changes to a service. An absent field stays unchanged.' })

/** The fields that ServiceResponse and ServiceSummary share. */
const shared = {
  createdTime: z
    .string()
    .meta({ description: 'Time when the service was created, in UTC.', examples: ['2016-08-15T16:06:05.000+0000'] })
    .optional(),
  description: z
    .string()
    .meta({ description: 'Description of the service.', examples: ['This is a demo service.'] })
    .optional(),
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
  ...settings,
}

const lastModifiedTime = z.string()
const lastModifiedTimeMeta = {
  description: 'Time when the service was last updated, in UTC.',
  examples: ['2016-08-16T18:00:00.000+0000'],
}

/** A service in responses. Source: 004 Definitions, ServiceResponse. */
export const ServiceResponse = z
  .object({ ...shared, lastModifiedTime: lastModifiedTime.meta(lastModifiedTimeMeta).optional(), nasConfig })
  .meta({ description: 'A service.' })

/** A service in a list. It has its own model because the source does not list nasConfig. Source: 004 ListServices, services. */
export const ServiceSummary = z
  .object({
    ...shared,
    lastModifiedTime: lastModifiedTime.meta({ ...lastModifiedTimeMeta, 'x-quirk': ['A19'] }).optional(),
    nasConfig: NASConfig.meta({
      ...observed,
      description: 'NAS file systems that all functions in the service mount.',
      'x-quirk': ['A18'],
    }).optional(),
  })
  .meta({ description: 'A service in a list.', 'x-quirk': ['A18'] })

/** Source: 004 ListServices, Response 200. */
export const ServicePage = z
  .object({
    nextToken: NextToken.optional(),
    services: z.array(ServiceSummary).meta({ description: 'Services on this page, sorted by name.' }).optional(),
  })
  .meta({ description: 'One page of services.' })
