import { domain } from '../../aliyun-fc/examples/custom-domain.ts'
import { operation, response } from '../../core/operation.ts'
import { domainName } from '../models/config-parameters.ts'
import { CustomDomain } from '../models/custom-domain.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE getCustomDomain. */
export const getCustomDomain = operation({
  ...observedAs('getCustomDomain'),
  id: 'GetCustomDomain',
  summary: 'Get a custom domain',
  description: 'Returns a custom domain.',
  method: 'get',
  path: '/custom-domains/{domainName}',
  quirks: ['W20'],
  params: { path: { domainName } },
  success: { 200: response(CustomDomain, { description: 'The domain.', examples: { domain } }) },
  observedErrors: [...observedAnywhere, 'DomainNameNotFound'],
})
