import { createDomainRequest, createSecureDomainRequest, domain } from '../../aliyun-fc/examples/custom-domain.ts'
import { json, operation, response } from '../../core/operation.ts'
import { CreateCustomDomainInput, CustomDomain } from '../models/custom-domain.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE createCustomDomain. */
export const createCustomDomain = operation({
  ...observedAs('createCustomDomain'),
  id: 'CreateCustomDomain',
  summary: 'Create a custom domain',
  description: 'Binds a domain name to the account, with routes to functions.',
  method: 'post',
  path: '/custom-domains',
  quirks: ['W20'],
  params: { path: {} },
  body: json(CreateCustomDomainInput, {
    description: 'The domain to create.',
    examples: { domain: createDomainRequest, secure: createSecureDomainRequest },
  }),
  success: { 200: response(CustomDomain, { description: 'The domain was created.', examples: { domain } }) },
  observedErrors: [...observedAnywhere, 'EntityTooLarge', 'DomainNameNotResolved', 'DomainNameAlreadyExists'],
})
