import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { aliases } from '../examples/alias.ts'
import { AliasPage } from '../models/alias.ts'
import { headers, paging, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListAliases. */
export const listAliases = operation({
  id: 'ListAliases',
  tag: 'Alias',
  summary: 'List aliases',
  description: 'Lists the aliases of a service, sorted by name, in pages.',
  method: 'get',
  path: '/services/{serviceName}/aliases',
  source: definition,
  params: { path: { serviceName }, query: paging, header: headers },
  success: {
    200: response(AliasPage, {
      description: 'A page of aliases.',
      examples: { aliases },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound'],
  errorStatuses: [400, 403, 404, 500],
})
