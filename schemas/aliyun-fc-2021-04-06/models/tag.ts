export { TagResourceInput, UntagResourceInput, Resource, TaggedResourcePage } from '../../aliyun-fc/models/tag.ts'
