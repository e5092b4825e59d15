import { json, noContent, operation } from '../../core/operation.ts'
import { anywhere } from '../errors.ts'
import { untagAll, untagKeys } from '../../aliyun-fc/examples/tag.ts'
import { headers } from '../models/parameters.ts'
import { UntagResourceInput } from '../models/tag.ts'
import { definition } from '../sources.ts'

/** Source: FC-DEF UntagResource. */
export const untagResource = operation({
  id: 'UntagResource',
  tag: 'Tag',
  summary: 'Remove tags from a service',
  description: 'Removes some tags or all tags from a service. A key that the service does not have is ignored.',
  method: 'put',
  path: '/tag',
  source: definition,
  quirks: ['F4', 'F19', 'F20', 'F21', 'F22'],
  params: { path: {}, header: headers },
  body: json(UntagResourceInput, {
    description: 'The service and the keys to remove.',
    quirks: ['F20'],
    examples: { untagKeys, untagAll },
  }),
  success: { 200: noContent('The tags were removed.') },
  errors: [],
  observedErrors: [...anywhere, 'EntityTooLarge', 'ServiceNotFound'],
  errorStatuses: [400, 403, 500],
})
