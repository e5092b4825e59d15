import { json, operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { updatedDomain, updateDomainRequest } from '../../aliyun-fc/examples/custom-domain.ts'
import { CustomDomain, UpdateCustomDomainInput } from '../models/custom-domain.ts'
import { domainName } from '../models/domain-parameters.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF UpdateCustomDomain. */
export const updateCustomDomain = operation({
  id: 'UpdateCustomDomain',
  tag: 'CustomDomain',
  summary: 'Update a custom domain',
  description: 'Changes the settings of a custom domain. An absent field stays unchanged.',
  method: 'put',
  path: '/custom-domains/{domainName}',
  source: definition,
  params: { path: { domainName }, header: headers },
  body: json(UpdateCustomDomainInput, {
    description: 'The changes.',
    quirks: ['E34'],
    examples: { update: updateDomainRequest },
  }),
  success: {
    200: response(CustomDomain, { description: 'The domain was updated.', examples: { domain: updatedDomain } }),
  },
  errors: [],
  observedErrors: [...anywhere, 'EntityTooLarge', 'DomainNameNotFound'],
})
