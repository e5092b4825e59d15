import { tags } from '../../aliyun-fc/examples/tag.ts'
import { json, operation, response } from '../../core/operation.ts'
import { tagOutput } from '../examples/tag.ts'
import { TagOutput, TagResourceInput } from '../models/tag.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE tagResource. */
export const tagResource = operation({
  ...observedAs('tagResource'),
  id: 'TagResource',
  summary: 'Add tags to a service',
  description: 'Adds tags to a service. The value of an existing key is replaced. All other tags are kept.',
  method: 'post',
  path: '/tag',
  quirks: ['W20', 'W23'],
  params: { path: {} },
  body: json(TagResourceInput, { description: 'The service and its new tags.', examples: { tags } }),
  success: { 200: response(TagOutput, { description: 'The tags were added.', examples: { tagOutput } }) },
  observedErrors: [...observedAnywhere, 'EntityTooLarge', 'ServiceNotFound'],
})
