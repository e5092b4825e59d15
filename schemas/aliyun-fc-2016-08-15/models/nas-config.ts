import { z } from 'zod'

/** Source: 004 Definitions, MountPoint. */
export const MountPoint = z
  .object({
    serverAddr: z.string().meta({ description: 'Address of the NAS file system.' }),
    mountDir: z.string().meta({ description: 'Local directory where the file system is mounted.' }),
  })
  .meta({ description: 'A mount point.' })

/** The documented type of an id. Each type is a model, so that generated clients have a name for it. */
export const IdText = z.string().meta({ description: 'Id of a user or a group, as a string.' })

/** The type of an id that every client sends. Responses have the type of the request. */
export const IdNumber = z.int().meta({ description: 'Id of a user or a group, as a number.' })

const id = z.union([IdText, IdNumber])

/** Source: 004 Definitions, NASConfig. */
export const NASConfig = z
  .object({
    userId: id.meta({ description: 'Id of the user that owns the mounted files.', 'x-quirk': ['W4'] }),
    groupId: id.meta({ description: 'Id of the group that owns the mounted files.', 'x-quirk': ['W4'] }),
    mountPoints: z.array(MountPoint).meta({ description: 'File systems to mount.', 'x-quirk': ['A33'] }),
  })
  .meta({ description: 'NAS file systems to mount, and the owner of their files.' })
