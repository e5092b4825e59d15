import { noContent, operation } from '../../core/operation.ts'
import { domainName } from '../models/config-parameters.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE deleteCustomDomain. */
export const deleteCustomDomain = operation({
  ...observedAs('deleteCustomDomain'),
  id: 'DeleteCustomDomain',
  summary: 'Delete a custom domain',
  description: 'Deletes a custom domain. The functions of its routes are kept.',
  method: 'delete',
  path: '/custom-domains/{domainName}',
  quirks: ['W20'],
  params: { path: { domainName } },
  success: { 204: noContent('The domain was deleted.') },
  observedErrors: [...observedAnywhere, 'DomainNameNotFound'],
})
