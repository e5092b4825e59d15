import { operation, response } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { taggedResources } from '../../aliyun-fc/examples/tag.ts'
import { headers, limit, nextToken } from '../models/parameters.ts'
import { TaggedResourcePage } from '../models/tag.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF ListTaggedResources. */
export const listTaggedResources = operation({
  id: 'ListTaggedResources',
  tag: 'Tag',
  summary: 'List services with tags',
  description: 'Lists the services that have at least one tag, in pages.',
  method: 'get',
  path: '/tags',
  source: definition,
  params: { path: {}, query: { nextToken, limit }, header: headers },
  success: {
    200: response(TaggedResourcePage, { description: 'A page of services with tags.', examples: { taggedResources } }),
  },
  errors: [],
  observedErrors: [...anywhere],
})
