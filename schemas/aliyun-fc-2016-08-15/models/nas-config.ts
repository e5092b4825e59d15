import { z } from 'zod'

/** Source: 004 Definitions, MountPoint. */
export const MountPoint = z
  .object({
    serverAddr: z.string().meta({ description: 'Address of the NAS instance.' }),
    mountDir: z.string().meta({ description: 'Local directory at which the instance is mounted.' }),
  })
  .meta({ description: 'A mount point.' })

/** The form of an id on the page. Each form is a model, so that generated clients have a name for it. */
export const IdText = z.string().meta({ description: 'The id of a user or a group as text.' })

/** The form that every client sends; what was sent comes back. */
export const IdNumber = z.int().meta({ description: 'The id of a user or a group as a number.' })

const id = z.union([IdText, IdNumber])

/** Source: 004 Definitions, NASConfig. */
export const NASConfig = z
  .object({
    userId: id.meta({ description: 'Id of the user that owns the mounted files.', 'x-quirk': ['W4'] }),
    groupId: id.meta({ description: 'Id of the group that owns the mounted files.', 'x-quirk': ['W4'] }),
    mountPoints: z.array(MountPoint).meta({ description: 'File systems to mount.', 'x-quirk': ['A33'] }),
  })
  .meta({ description: 'NAS configuration.' })
