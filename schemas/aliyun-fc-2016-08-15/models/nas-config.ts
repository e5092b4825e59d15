import { z } from 'zod'

/** Source: 004 Definitions, MountPoint. */
export const MountPoint = z
  .object({
    serverAddr: z.string().meta({ description: 'Address of the NAS instance.' }),
    mountDir: z.string().meta({ description: 'Local directory at which the instance is mounted.' }),
  })
  .meta({ description: 'A mount point.' })

/** Source: 004 Definitions, NASConfig. */
export const NASConfig = z
  .object({
    userId: z.string().meta({ description: 'Id of the user that owns the mounted files.' }),
    groupId: z.string().meta({ description: 'Id of the group that owns the mounted files.' }),
    mountPoints: z.array(MountPoint).meta({ description: 'File systems to mount.' }),
  })
  .meta({ description: 'NAS configuration.' })
