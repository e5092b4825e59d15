import { z } from 'zod'
import { int32 } from '../../core/wire.ts'

/** Source: FC-DEF NASConfig, mountPoints. */
export const NASMountPoint = z
  .object({
    mountDir: z
      .string()
      .meta({ description: 'Local directory where the file system is mounted.', examples: ['/home/test'] })
      .optional(),
    serverAddr: z
      .string()
      .meta({
        description: 'Address of the NAS file system.',
        examples: ['0a1b2c3d4e-uni85.cn-hangzhou.nas.aliyuncs.com:/'],
      })
      .optional(),
    enableTLS: z
      .boolean()
      .meta({
        description: 'If true, the connection is encrypted. Only general-purpose NAS file systems support this.',
        examples: [false],
      })
      .optional(),
  })
  .meta({ description: 'A mount point.' })

/** Source: FC-DEF NASConfig. */
export const NASConfig = z
  .object({
    userId: int32()
      .meta({ description: 'Id of the user that owns the mounted files.', examples: [100] })
      .optional(),
    groupId: int32()
      .meta({ description: 'Id of the group that owns the mounted files.', examples: [100] })
      .optional(),
    mountPoints: z.array(NASMountPoint).meta({ description: 'File systems to mount.' }).optional(),
  })
  .meta({ description: 'NAS file systems to mount, and the owner of their files.' })
