import { quirk } from '../../core/quirk.ts'

const onArn = ['GetResourceTags', 'TagResource', 'UntagResource']

/** Gaps and contradictions of FC-DEF about tags. */
export const tagQuirks = [
  quirk({
    id: 'F1',
    operations: onArn,
    says: 'The description of resourceArn has only complete resource names. The title in UntagResource also has the short name services/foo.',
    does: 'Requests accept both forms. Responses have the complete name. Names of other resources than services are rejected.',
    source: ['FC-DEF UntagResource.request.resourceArn', 'FC-DEF GetResourceTags query resourceArn'],
    decision: 'Clients send both forms. The text says that only services can have tags.',
  }),
  quirk({
    id: 'F2',
    operations: ['GetResourceTags', 'ListTaggedResources', 'TagResource'],
    says: 'The example of a value is the JSON text of a map, and the sample has the key `key` with such a text. The limits of keys stand at the values.',
    does: 'tags is a map of texts. The limits apply to keys and values of TagResource.',
    source: ['FC-DEF TagResource.request.tags{}', 'FC-DEF GetResourceTags.response.200.tags{}'],
    decision: 'SDKs send and read a map of texts. The text names the limits of both, key and value.',
  }),
  quirk({
    id: 'F3',
    operations: ['TagResource'],
    says: 'FC-DEF states no number of tags for TagResource. UntagResource has at most 20 keys.',
    does: 'A request has 1 to 20 tags.',
    source: ['FC-DEF TagResource.request.tags', 'FC-DEF UntagResource.request.tagKeys'],
    decision: 'Two SDKs require a tag, and one SDK states at most 20.',
  }),
  quirk({
    id: 'F4',
    operations: ['UntagResource'],
    says: 'No field of tagKeys and all is required. The titles require a key if all is false, and all is ignored if there are keys.',
    does: 'A request needs a key, or all with the value true. With a key, all is ignored.',
    source: ['FC-DEF UntagResource.request.tagKeys', 'FC-DEF UntagResource.request.all'],
    decision: 'The titles and the descriptions agree on the rule. Without either field, the request would do nothing.',
  }),
  quirk({
    id: 'F19',
    operations: onArn,
    says: 'FC-DEF has no status 404, although a request names a service.',
    does: 'If the service does not exist, the response is 404 ServiceNotFound.',
    source: ['FC-DEF GetResourceTags 400', 'FC-DEF UntagResource 400', 'FC-DEF TagResource 200'],
    decision: 'Every other operation on a service returns this code.',
  }),
  quirk({
    id: 'F22',
    operations: ['UntagResource'],
    says: 'UntagResource is PUT /tag. SDKs of FC 2016-08-15 send DELETE /tag.',
    does: 'This version has only PUT.',
    source: ['FC-DEF UntagResource'],
    decision: 'The SDK of this version sends PUT.',
  }),
]
