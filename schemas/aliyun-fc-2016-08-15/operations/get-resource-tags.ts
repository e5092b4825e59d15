import { resourceArn } from '../../aliyun-fc/models/tag.ts'
import { operation, response } from '../../core/operation.ts'
import { resourceTags } from '../examples/tag.ts'
import { ResourceTags } from '../models/tag.ts'
import { observedAnywhere, observedAs } from '../observed.ts'

/** Source: SDK-NODE getResourceTags. */
export const getResourceTags = operation({
  ...observedAs('getResourceTags'),
  id: 'GetResourceTags',
  summary: 'Get the tags of a service',
  description: 'Returns the tags of a service.',
  method: 'get',
  path: '/tag',
  quirks: ['W20', 'W23'],
  params: { path: {}, query: { resourceArn } },
  success: { 200: response(ResourceTags, { description: 'The tags of the service.', examples: { resourceTags } }) },
  observedErrors: [...observedAnywhere, 'ServiceNotFound'],
})
