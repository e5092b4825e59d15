import { z } from 'zod'

/** Source: FC-DEF OSSMountConfig, mountPoints. */
export const OSSMountPoint = z
  .object({
    bucketName: z
      .string()
      .meta({ description: 'Name of the OSS bucket.', examples: ['my-bucket'] })
      .optional(),
    mountDir: z
      .string()
      .meta({ description: 'Local directory where the bucket is mounted.', examples: ['/mnt/dir'] })
      .optional(),
    readOnly: z
      .boolean()
      .meta({
        description: 'If true, functions can only read the mounted directory. If false, they can also write to it.',
        examples: [true],
      })
      .optional(),
    endpoint: z
      .string()
      .meta({ description: 'Address of OSS.', examples: ['http://oss-cn-shanghai.aliyuncs.com'] })
      .optional(),
    bucketPath: z
      .string()
      .meta({ description: 'Directory of the bucket that is mounted.', examples: ['/my-dir'] })
      .optional(),
  })
  .meta({ description: 'A mounted OSS bucket.' })

/** Source: FC-DEF OSSMountConfig. */
export const OSSMountConfig = z
  .object({ mountPoints: z.array(OSSMountPoint).meta({ description: 'Buckets to mount.' }).optional() })
  .meta({ description: 'OSS buckets to mount.' })
