import { z } from 'zod'
import { mapOf } from '../../core/wire.ts'

/** Tags belong to services alone. The name may have the region and the account in front. Source: FC-DEF TagResource, resourceArn. */
export const resourceArn = z
  .string()
  .regex(/^(acs:fc:[^:]*:[^:]*:)?services\/[^/]+$/, { error: 'must be the resource name (ARN) of a service' })
  .meta({
    'x-quirk': ['F1'],
    description:
      'Resource name (ARN) of a service: complete, such as `acs:fc:cn-shanghai:1880770869021234:services/demo`, or short, such as `services/demo`. Only services can have tags.',
    examples: ['acs:fc:cn-shanghai:1880770869021234:services/demo', 'services/demo'],
  })

const completeArn = z
  .string()
  .meta({
    description: 'Complete resource name (ARN) of the service, with region and account.',
    examples: ['acs:fc:cn-shanghai:1880770869021234:services/demo'],
  })
  .optional()

const isFreeOfUrls = (text: string) => !/https?:\/\//.test(text)
const isFreeOfPrefixes = (text: string) => !/^(aliyun|acs:)/.test(text)

const textRules = 'Case matters. A text starts with neither aliyun nor acs:, and contains neither http:// nor https://.'

const tagText = z
  .string()
  .min(1)
  .max(128)
  .refine(isFreeOfPrefixes, { error: 'must start with neither aliyun nor acs:' })
  .refine(isFreeOfUrls, { error: 'must contain neither http:// nor https://' })

/** FC-DEF states no number of tags. Two SDKs state it. */
const mostTags = 20

/** Request body of TagResource. Source: FC-DEF TagResource, body. */
export const TagResourceInput = z
  .object({
    resourceArn,
    tags: z
      .record(
        tagText,
        tagText.meta({
          'x-quirk': ['F2'],
          description: `Value of the tag, 1 to 128 characters. ${textRules}`,
          examples: ['v1'],
        }),
      )
      .refine((tags) => Object.keys(tags).length > 0, { error: 'must contain at least one tag' })
      .refine((tags) => Object.keys(tags).length <= mostTags, { error: `must contain at most ${mostTags} tags` })
      .meta({
        'x-quirk': ['F2', 'F3'],
        description: `Tags by key, 1 to ${mostTags}. A key has 1 to 128 characters. ${textRules} The value of an existing key is replaced.`,
        examples: [{ k1: 'v1' }],
      }),
  })
  .meta({ description: 'Tags to add to a service.' })

/** Request body of UntagResource. Source: FC-DEF UntagResource, body. */
export const UntagResourceInput = z
  .object({
    resourceArn,
    tagKeys: z
      .array(z.string().meta({ description: 'Key of a tag.', examples: ['k1'] }))
      .max(mostTags)
      .meta({
        'x-quirk': ['F4'],
        description: `Keys of the tags to remove, at most ${mostTags}. At least one key is required, unless all is true.`,
        examples: [['k1']],
      })
      .optional(),
    all: z
      .boolean()
      .meta({
        'x-quirk': ['F4'],
        description: 'If true, all tags are removed. Ignored if tagKeys contains a key. Default: false.',
        examples: [true],
      })
      .optional(),
  })
  .refine(({ tagKeys = [], all }) => tagKeys.length > 0 || all === true, {
    path: ['tagKeys'],
    error: 'must contain a key, unless all is true',
  })
  .meta({ description: 'Tags to remove from a service.' })

/** A service with its tags. Source: FC-DEF Resource; FC-DEF GetResourceTags 200. */
export const Resource = z
  .object({
    resourceArn: completeArn,
    tags: mapOf(z.string().meta({ description: 'Value of the tag.', examples: ['v1'] }))
      .meta({ 'x-quirk': ['F2'], description: 'Tags of the service, by key.', examples: [{ k1: 'v1' }] })
      .optional(),
  })
  .meta({ description: 'A service with its tags.' })

/** Source: FC-DEF ListTaggedResources 200. */
export const TaggedResourcePage = z
  .object({
    nextToken: z
      .string()
      .meta({ description: 'Token for the next page. Absent on the last page.', examples: ['YS1zZXJ2aWNl'] })
      .optional(),
    resources: z.array(Resource).meta({ description: 'Services with tags on this page.' }).optional(),
  })
  .meta({ description: 'One page of services with tags.' })
