import { untagAll, untagKeys } from '../../aliyun-fc/examples/tag.ts'
import { json, operation, response } from '../../core/operation.ts'
import { tagOutput } from '../examples/tag.ts'
import { TagOutput, UntagResourceInput } from '../models/tag.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE untagResource. */
export const untagResource = operation({
  ...observedAs('untagResource'),
  id: 'UntagResource',
  summary: 'Remove tags from a service',
  description: 'Removes some tags or all tags from a service. A key that the service does not have is ignored.',
  method: 'delete',
  path: '/tag',
  quirks: ['W20', 'W23'],
  params: { path: {} },
  body: json(UntagResourceInput, {
    description: 'The service and the keys to remove.',
    examples: { untagKeys, untagAll },
  }),
  success: { 200: response(TagOutput, { description: 'The tags were removed.', examples: { tagOutput } }) },
  observedErrors: [...observedAnywhere, 'EntityTooLarge', 'ServiceNotFound'],
})
