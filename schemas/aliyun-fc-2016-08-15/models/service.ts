import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { LogConfig } from './log-config.ts'
import { NASConfig } from './nas-config.ts'
import { VPCConfig } from './vpc-config.ts'

const name = z.string()
const description = z.string()
const internetAccess = z.boolean()
const role = z.string()

const internetAccessMeta = { description: 'Whether functions of the service may reach the internet.', examples: [true] }
const roleMeta = {
  description:
    "RAM role that Function Compute assumes to reach the user's cloud resources, for instance to write logs. A function finds temporary credentials of this role in its context.",
  examples: ['acs:ram::1234567890:role/fc-test'],
}
const logConfigMeta = { description: "Log store that receives the execution logs of the service's functions." }
const vpcConfigMeta = { description: "VPC in which the network interfaces of the service's functions are set up." }
const nasConfigMeta = { description: "NAS file systems that the service's functions mount." }

/** Request body of CreateService. Source: 004 Definitions, Service. */
export const Service = z
  .object({
    serviceName: name.meta({ description: 'Name of the service.' }),
    description: description.meta({ description: 'Free text about the service.' }).optional(),
    internetAccess: internetAccess.meta(internetAccessMeta).optional(),
    logConfig: LogConfig.meta(logConfigMeta).optional(),
    role: role.meta(roleMeta).optional(),
    vpcConfig: VPCConfig.meta(vpcConfigMeta).optional(),
    nasConfig: NASConfig.meta(nasConfigMeta).optional(),
    tracingConfig: z
      .record(z.string(), z.unknown())
      .meta({ ...observed, description: 'Tracing settings.' })
      .optional(),
  })
  .meta({ description: 'A service to create.' })

/** A service as the API answers it. Source: 004 Definitions, ServiceResponse. */
export const ServiceResponse = z
  .object({
    createdTime: z
      .string()
      .meta({ description: 'When the service was created, in UTC.', examples: ['2016-08-15T16:06:05.000+0000'] })
      .optional(),
    description: description
      .meta({ description: 'Free text about the service.', examples: ['This is a demo service.'] })
      .optional(),
    internetAccess: internetAccess.meta(internetAccessMeta).optional(),
    lastModifiedTime: z
      .string()
      .meta({ description: 'When the service was last updated, in UTC.', examples: ['2016-08-16T18:00:00.000+0000'] })
      .optional(),
    logConfig: LogConfig.meta(logConfigMeta).optional(),
    role: role.meta(roleMeta).optional(),
    serviceId: z
      .string()
      .meta({
        description: 'Id that Function Compute gave the service, unique.',
        examples: ['2d28e0e9-9ba5-4eed-8b1a-d3d9cd24e737'],
      })
      .optional(),
    serviceName: name.meta({ description: 'Name of the service.', examples: ['demo-service'] }).optional(),
    vpcConfig: VPCConfig.meta(vpcConfigMeta).optional(),
    nasConfig: NASConfig.meta(nasConfigMeta).optional(),
  })
  .meta({ description: 'A service.' })
