import { noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { domainName } from '../models/domain-parameters.ts'
import { headers } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF DeleteCustomDomain. */
export const deleteCustomDomain = operation({
  id: 'DeleteCustomDomain',
  tag: 'CustomDomain',
  summary: 'Delete a custom domain',
  description: 'Deletes a custom domain. The functions of its routes are kept.',
  method: 'delete',
  path: '/custom-domains/{domainName}',
  source: definition,
  params: { path: { domainName }, header: headers },
  success: { 204: noContent('The domain was deleted.') },
  errors: [],
  observedErrors: [...anywhere, 'DomainNameNotFound'],
})
