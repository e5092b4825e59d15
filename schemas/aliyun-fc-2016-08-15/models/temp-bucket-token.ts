import { z } from 'zod'

/** The names of the fields are those of the Security Token Service. */
export const TempCredentials = z
  .object({
    AccessKeyId: z.string().meta({ description: 'Id of a temporary access key.', examples: ['STS.abc'] }),
    AccessKeySecret: z.string().meta({ description: 'Secret of the access key.', examples: ['a-secret'] }),
    SecurityToken: z.string().meta({ description: 'Security token of the access key.', examples: ['a-token'] }),
    Expiration: z
      .string()
      .meta({ description: 'Time when the access key expires, in UTC.', examples: ['2016-08-15T16:00:00Z'] }),
  })
  .meta({ description: 'A temporary access key.' })

export const TempBucketToken = z
  .object({
    credentials: TempCredentials.meta({ description: 'The access key for the upload.' }),
    ossRegion: z
      .string()
      .meta({ description: 'Region of the bucket, as OSS names it.', examples: ['oss-cn-hangzhou'] }),
    ossBucket: z.string().meta({ description: 'Name of the bucket.', examples: ['fc-temp-cn-hangzhou'] }),
    objectName: z.string().meta({
      description: 'Name for the object. Clients put the account id and a slash in front.',
      examples: ['0c8f6e2b7a91'],
    }),
  })
  .meta({ description: 'A place for one upload of code.' })
