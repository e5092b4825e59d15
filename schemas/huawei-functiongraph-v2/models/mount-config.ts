import { z } from 'zod'
import { withRules } from '../../core/rules.ts'
import { enumOf } from '../../core/wire.ts'
import { userGroupId, userGroupIdResponse, userId, userIdResponse } from './mount-user-id.ts'

const mountType = enumOf(['sfs', 'sfsTurbo', 'ecs'])
const mountTypeMeta = {
  description:
    'What is mounted: an SFS file system (sfs), an SFS Turbo file system (sfsTurbo) or a directory of an ECS server (ecs).',
  examples: ['sfsTurbo'],
}
const mountResourceMeta = {
  description: 'Id of the file system or server that is mounted.',
  examples: ['268xxx-d3xx-4cxx-98xx-d1dbxxx'],
}
const localMountPathMeta = { description: 'Path at which the function finds the mounted files.', examples: ['/mnt'] }
const mountSharePathMeta = {
  description: 'Path on the remote side, as address, colon and directory.',
  examples: ['192.168.0.12:/data'],
}

/** Source: 001 table 6. */
export const MountUser = z
  .object({ user_id: userId, user_group_id: userGroupId })
  .meta({ description: 'User and group as which a function reads and writes what it mounts.' })

/** Source: 001 table 7. */
export const FuncMount = withRules(
  z.object({
    mount_type: mountType.meta({ ...mountTypeMeta, 'x-quirk': ['D12'] }),
    mount_resource: z.string().meta({ ...mountResourceMeta, 'x-quirk': ['D12'] }),
    mount_share_path: z
      .string()
      .meta({
        ...mountSharePathMeta,
        description: `${mountSharePathMeta.description} Needed when mount_type is ecs.`,
        'x-quirk': ['D12'],
      })
      .optional(),
    local_mount_path: z.string().meta({ ...localMountPathMeta, 'x-quirk': ['D12'] }),
  }),
  [{ kind: 'requiredWhen', field: 'mount_share_path', when: { field: 'mount_type', in: ['ecs'] } }],
).meta({ description: 'One thing to mount.' })

const mountUserMeta = { description: 'User and group for access to the mounted files.' }

/** Source: 001 table 5. */
export const MountConfig = z
  .object({
    mount_user: MountUser.meta(mountUserMeta),
    func_mounts: z.array(FuncMount).meta({ description: 'What to mount.' }),
  })
  .meta({ description: 'File systems and directories that a function is to mount.' })

/** Source: 001 table 16. */
export const MountUserResponse = z
  .object({ user_id: userIdResponse.optional(), user_group_id: userGroupIdResponse.optional() })
  .meta({ description: 'User and group as which a function reads and writes what it mounts.' })

/** Source: 001 table 17. */
export const FuncMountResponse = z
  .object({
    mount_type: mountType.meta({ ...mountTypeMeta, 'x-quirk': ['D13'] }).optional(),
    mount_resource: z
      .string()
      .meta({ ...mountResourceMeta, 'x-quirk': ['D13'] })
      .optional(),
    mount_share_path: z
      .string()
      .meta({ ...mountSharePathMeta, 'x-quirk': ['D13'] })
      .optional(),
    local_mount_path: z
      .string()
      .meta({ ...localMountPathMeta, 'x-quirk': ['D13'] })
      .optional(),
  })
  .meta({ description: 'One thing that a function mounts.' })

/** Source: 001 table 15. */
export const MountConfigResponse = z
  .object({
    mount_user: MountUserResponse.meta(mountUserMeta).optional(),
    func_mounts: z.array(FuncMountResponse).meta({ description: 'What the function mounts.' }).optional(),
  })
  .meta({ description: 'File systems and directories that a function mounts.' })
