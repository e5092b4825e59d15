import { z } from 'zod'

/** Source: 004 Definitions, MountPoint. */
export const MountPoint = z
  .object({
    serverAddr: z.string().meta({ description: 'Address of the NAS instance.' }),
    mountDir: z.string().meta({ description: 'Local directory at which the instance is mounted.' }),
  })
  .meta({ description: 'A mount point.' })

/** The page says string, every client sends an integer; what was sent comes back. */
const id = z.union([z.string(), z.int()])

/** Source: 004 Definitions, NASConfig. */
export const NASConfig = z
  .object({
    userId: id.meta({ description: 'Id of the user that owns the mounted files.', 'x-quirk': ['W4'] }),
    groupId: id.meta({ description: 'Id of the group that owns the mounted files.', 'x-quirk': ['W4'] }),
    mountPoints: z.array(MountPoint).meta({ description: 'File systems to mount.', 'x-quirk': ['A33'] }),
  })
  .meta({ description: 'NAS configuration.' })
