import { z } from 'zod'
import { aliasOrLatest } from '../../aliyun-fc/models/config-parameters.ts'
import { functionName, serviceName } from './parameters.ts'

export {
  ofAlias,
  ofService,
  resourcePrefix,
  resourceStartKey,
} from '../../aliyun-fc/models/config-parameters.ts'

/** The path of a configuration that only LATEST and aliases can have. */
export const configPath = { serviceName, qualifier: aliasOrLatest(), functionName }

export const domainName = z.string().meta({ description: 'Domain name.', examples: ['example.com'] })
