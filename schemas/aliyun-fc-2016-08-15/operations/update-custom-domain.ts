import { updatedDomain, updateDomainRequest } from '../../aliyun-fc/examples/custom-domain.ts'
import { json, operation, response } from '../../core/operation.ts'
import { domainName } from '../models/config-parameters.ts'
import { CustomDomain, UpdateCustomDomainInput } from '../models/custom-domain.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE updateCustomDomain. */
export const updateCustomDomain = operation({
  ...observedAs('updateCustomDomain'),
  id: 'UpdateCustomDomain',
  summary: 'Update a custom domain',
  description: 'Replaces settings of a custom domain. A field that is absent stays unchanged.',
  method: 'put',
  path: '/custom-domains/{domainName}',
  quirks: ['W20'],
  params: { path: { domainName } },
  body: json(UpdateCustomDomainInput, { description: 'The new settings.', examples: { update: updateDomainRequest } }),
  success: {
    200: response(CustomDomain, { description: 'The domain was updated.', examples: { domain: updatedDomain } }),
  },
  observedErrors: [...observedAnywhere, 'EntityTooLarge', 'DomainNameNotFound'],
})
