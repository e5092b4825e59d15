import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { createDomainRequest, createSecureDomainRequest, domain } from '../../aliyun-fc/examples/custom-domain.ts'
import { CreateCustomDomainInput, CustomDomain } from '../models/custom-domain.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF CreateCustomDomain. */
export const createCustomDomain = operation({
  id: 'CreateCustomDomain',
  tag: 'CustomDomain',
  summary: 'Create a custom domain',
  description: 'Binds a domain name to the account, with routes to functions.',
  method: 'post',
  path: '/custom-domains',
  source: definition,
  params: { path: {}, header: headers },
  body: json(CreateCustomDomainInput, {
    description: 'The domain to create.',
    quirks: ['E34'],
    examples: { domain: createDomainRequest, secure: createSecureDomainRequest },
  }),
  success: { 200: response(CustomDomain, { description: 'The domain was created.', examples: { domain } }) },
  errors: [],
  observedErrors: [...anywhere, 'EntityTooLarge', 'DomainNameNotResolved', 'DomainNameAlreadyExists'],
})
