import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { functions } from '../examples/function.ts'
import { FunctionPage } from '../models/function-page.ts'
import { headers, paging, qualifier, serviceName } from '../models/parameters.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListFunctions. */
export const listFunctions = operation({
  id: 'ListFunctions',
  tag: 'Function',
  summary: 'List functions',
  description:
    'Lists the functions of a service, sorted by name, in pages. With a qualifier, lists the functions of that version or alias.',
  method: 'get',
  path: '/services/{serviceName}/functions',
  source: definition,
  quirks: ['D16'],
  params: { path: { serviceName }, query: { qualifier, ...paging }, header: headers },
  success: {
    200: response(FunctionPage, {
      description: 'A page of functions.',
      examples: { functions },
    }),
  },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound', 'VersionNotFound', 'AliasNotFound'],
  errorStatuses: [400, 403, 404, 500],
})
