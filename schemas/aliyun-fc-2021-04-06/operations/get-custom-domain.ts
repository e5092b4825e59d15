import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { domain } from '../../aliyun-fc/examples/custom-domain.ts'
import { CustomDomain } from '../models/custom-domain.ts'
import { domainName } from '../models/domain-parameters.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF GetCustomDomain. */
export const getCustomDomain = operation({
  id: 'GetCustomDomain',
  tag: 'CustomDomain',
  summary: 'Get a custom domain',
  description: 'Returns a custom domain.',
  method: 'get',
  path: '/custom-domains/{domainName}',
  source: definition,
  params: { path: { domainName }, header: headers },
  success: { 200: response(CustomDomain, { description: 'The domain.', examples: { domain } }) },
  errors: [],
  observedErrors: [...anywhere, 'DomainNameNotFound'],
})
