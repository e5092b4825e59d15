import { domains } from '../../aliyun-fc/examples/custom-domain.ts'
import { operation, response } from '../../core/operation.ts'
import { ListCustomDomainsOutput } from '../models/custom-domain.ts'
import { paging } from '../models/parameters.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE listCustomDomains. */
export const listCustomDomains = operation({
  ...observedAs('listCustomDomains'),
  id: 'ListCustomDomains',
  summary: 'List custom domains',
  description: 'Lists the custom domains of the account, sorted by name, in pages.',
  method: 'get',
  path: '/custom-domains',
  quirks: ['W20'],
  params: { path: {}, query: paging },
  success: { 200: response(ListCustomDomainsOutput, { description: 'A page of domains.', examples: { domains } }) },
  observedErrors: observedAnywhere,
})
