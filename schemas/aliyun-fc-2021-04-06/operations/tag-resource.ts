import { json, noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { tags } from '../../aliyun-fc/examples/tag.ts'
import { headers } from '../models/parameters.ts'
import { TagResourceInput } from '../models/tag.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF TagResource. */
export const tagResource = operation({
  id: 'TagResource',
  tag: 'Tag',
  summary: 'Add tags to a service',
  description: 'Adds tags to a service. The value of an existing key is replaced. All other tags are kept.',
  method: 'post',
  path: '/tag',
  source: definition,
  quirks: ['F2', 'F19', 'F20', 'F21'],
  params: { path: {}, header: headers },
  body: json(TagResourceInput, { description: 'The service and its new tags.', quirks: ['F20'], examples: { tags } }),
  success: { 200: noContent('The tags were added.') },
  errors: [],
  observedErrors: [...anywhere, 'EntityTooLarge', 'ServiceNotFound'],
})
