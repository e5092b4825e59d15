import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { domains } from '../../aliyun-fc/examples/custom-domain.ts'
import { ListCustomDomainsOutput } from '../models/custom-domain.ts'
import { domainPaging } from '../models/domain-parameters.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListCustomDomains. */
export const listCustomDomains = operation({
  id: 'ListCustomDomains',
  tag: 'CustomDomain',
  summary: 'List custom domains',
  description: 'Lists the custom domains of the account, sorted by name, in pages.',
  method: 'get',
  path: '/custom-domains',
  source: definition,
  params: { path: {}, query: domainPaging, header: headers },
  success: { 200: response(ListCustomDomainsOutput, { description: 'A page of domains.', examples: { domains } }) },
  errors: [],
  observedErrors: anywhere,
})
