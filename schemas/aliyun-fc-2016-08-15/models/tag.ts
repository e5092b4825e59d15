import { z } from 'zod'
import { Resource } from '../../aliyun-fc/models/tag.ts'

export { TagResourceInput, UntagResourceInput } from '../../aliyun-fc/models/tag.ts'

const requestId = z
  .string()
  .meta({ description: 'Id of the request.', examples: ['f2b1d4a6-7c3e-4e0b-9a5d-0c8f6e2b7a91'] })
  .optional()

/** The SDK for Python reads a JSON body in every response to TagResource and UntagResource. */
export const TagOutput = z.object({ requestId }).meta({ description: 'The tags were changed.' })

export const ResourceTags = Resource.extend({ requestId }).meta({ description: 'A service with its tags.' })
