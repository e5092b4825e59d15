import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { services } from '../examples/service.ts'
import { headers, paging } from '../models/parameters.ts'
import { ServicePage } from '../models/service.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListServices. */
export const listServices = operation({
  id: 'ListServices',
  tag: 'Service',
  summary: 'List services',
  description: 'Lists the services of the account, sorted by name, in pages.',
  method: 'get',
  path: '/services',
  source: definition,
  params: { path: {}, query: paging, header: headers },
  success: {
    200: response(ServicePage, {
      description: 'A page of services.',
      examples: { services },
    }),
  },
  errors: [],
  observedErrors: anywhere,
  errorStatuses: [400, 403, 500],
})
