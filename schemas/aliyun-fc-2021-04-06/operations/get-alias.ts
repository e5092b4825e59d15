import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { alias } from '../examples/alias.ts'
import { Alias } from '../models/alias.ts'
import { etagOf } from '../models/headers.ts'
import { aliasName, headers, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF GetAlias. */
export const getAlias = operation({
  id: 'GetAlias',
  tag: 'Alias',
  summary: 'Get an alias',
  description: 'Returns an alias.',
  method: 'get',
  path: '/services/{serviceName}/aliases/{aliasName}',
  source: definition,
  params: { path: { serviceName, aliasName }, header: headers },
  success: {
    200: response(Alias, {
      description: 'The alias.',
      headers: { ETag: etagOf('alias') },
      examples: { alias },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound', 'AliasNotFound'],
  errorStatuses: [400, 403, 404, 500],
})
