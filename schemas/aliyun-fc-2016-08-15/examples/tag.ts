import { resourceTags as withoutId } from '../../aliyun-fc/examples/tag.ts'

export const tagOutput = {
  summary: 'The id of the request',
  value: { requestId: 'f2b1d4a6-7c3e-4e0b-9a5d-0c8f6e2b7a91' },
}

export const resourceTags = { ...withoutId, value: { ...tagOutput.value, ...withoutId.value } }
