import { z } from 'zod'
import { observed } from '../../core/provenance.ts'
import { int64 } from '../../core/wire.ts'

/** The qualifier of on-demand and provision configurations. Version ids are numbers. */
export const aliasOrLatest = (quirks: readonly string[] = []) =>
  z
    .string()
    .regex(/^\d*[^\d].*$/, { error: 'must be the name of an alias or LATEST, not a version' })
    .meta({
      description: 'Name of an alias of the service, or LATEST. Versions are not supported.',
      examples: ['prod'],
      ...(quirks.length > 0 && { 'x-quirk': quirks }),
    })

export const vpcId = z.string().meta({ description: 'Id of the bound VPC.', examples: ['vpc-8vbil23y4v3i6ngdmdx1d'] })

/** Other lists have an int32. */
export const limitOfProvisionConfigs = int64()
  .min(1)
  .max(100)
  .meta({ description: 'Maximum entries per page.', examples: [20], 'x-quirk': ['F17'] })
  .default(20)

/** Headers of an invocation, which FC-DEF states for a list. */
export const invocationHeaders = {
  'X-Fc-Code-Checksum': z
    .string()
    .meta({
      'x-quirk': ['F18'],
      description: 'CRC-64 of a code package. It has no effect on a list.',
      examples: ['15060521397700491234'],
    })
    .optional(),
  'X-Fc-Log-Type': z
    .string()
    .meta({
      'x-quirk': ['F18'],
      description: 'Log of an invocation: Tail or None. It has no effect on a list.',
      examples: ['Tail'],
    })
    .optional(),
  'X-Fc-Invocation-Type': z
    .string()
    .meta({
      'x-quirk': ['F18'],
      description: 'Type of an invocation: Sync or Async. It has no effect on a list.',
      examples: ['Async'],
    })
    .optional(),
}

const configEtagText = (config: string) => `ETag of the current state of the ${config}, for If-Match.`

export const configEtag = (config: string) =>
  z
    .string()
    .meta({ description: configEtagText(config), examples: ['e19d5cd5af0378da05f63f891c7467af'] })
    .optional()

export const configIfMatch = (config: string) =>
  z
    .string()
    .meta({
      description: `ETag of the ${config} from an earlier response. If the ${config} has changed since then, the request is rejected.`,
      examples: ['e19d5cd5af0378da05f63f891c7467af'],
    })
    .optional()

/** FC-DEF states neither header for PutProvisionConfig, but the ETag of GetProvisionConfig is for a conditional change. */
export const observedIfMatch = configIfMatch('provision configuration')
  .unwrap()
  .meta({ ...observed, 'x-quirk': ['F26'] })
  .optional()

export const observedEtag = configEtag('provision configuration')
  .unwrap()
  .meta({ ...observed, 'x-quirk': ['F26'] })
  .optional()

export const resourcePrefix = z
  .string()
  .meta({
    'x-quirk': ['F9'],
    description: 'Prefix of the resources to list.',
    examples: ['services/demo-service.'],
  })
  .optional()

export const resourceStartKey = z
  .string()
  .meta({
    'x-quirk': ['F9'],
    description: 'First resource of the list, inclusive.',
    examples: ['services/demo-service.prod/functions/demo-function'],
  })
  .optional()

export const ofService = z
  .string()
  .meta({ description: 'Name of a service. Only its configurations are listed.', examples: ['serviceName'] })
  .optional()

export const ofAlias = z
  .string()
  .meta({
    description:
      'Name of an alias. Only its configurations are listed. If qualifier is present, serviceName is required.',
    examples: ['prod'],
  })
  .optional()
