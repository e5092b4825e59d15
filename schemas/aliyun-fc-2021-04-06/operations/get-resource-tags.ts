import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { resourceTags } from '../../aliyun-fc/examples/tag.ts'
import { headers } from '../models/parameters.ts'
import { Resource, resourceArn } from '../../aliyun-fc/models/tag.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF GetResourceTags. */
export const getResourceTags = operation({
  id: 'GetResourceTags',
  tag: 'Tag',
  summary: 'Get the tags of a service',
  description: 'Returns the tags of a service.',
  method: 'get',
  path: '/tag',
  source: definition,
  quirks: ['F1', 'F19'],
  params: { path: {}, query: { resourceArn }, header: headers },
  success: { 200: response(Resource, { description: 'The tags of the service.', examples: { resourceTags } }) },
  errors: [],
  observedErrors: [...anywhere, 'ServiceNotFound'],
  errorStatuses: [400, 403, 500],
})
