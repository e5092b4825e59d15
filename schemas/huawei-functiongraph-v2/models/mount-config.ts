import { z } from 'zod'
import { withRules } from '../../core/rules.ts'
import { enumOf } from '../../core/wire.ts'
import { userGroupId, userGroupIdResponse, userId, userIdResponse } from './mount-user-id.ts'

export const MountType = enumOf(['sfs', 'sfsTurbo', 'ecs']).meta({
  description:
    'Type of the mounted resource. sfs: SFS file system. sfsTurbo: SFS Turbo file system. ecs: directory of an ECS server.',
  examples: ['sfsTurbo'],
})
const mountResourceMeta = {
  description: 'Id of the mounted file system or server.',
  examples: ['268xxx-d3xx-4cxx-98xx-d1dbxxx'],
}
const localMountPathMeta = { description: 'Local path of the mounted files in the function.', examples: ['/mnt'] }
const mountSharePathMeta = {
  description: 'Remote path: `{address}:{directory}`.',
  examples: ['192.168.0.12:/data'],
}

/** Source: 001 table 6. */
export const MountUser = z
  .object({ user_id: userId, user_group_id: userGroupId })
  .meta({ description: 'User and group for access to the mounted files.' })

/** Source: 001 table 7. */
export const FuncMount = withRules(
  z.object({
    mount_type: MountType.meta({ 'x-quirk': ['D12'] }),
    mount_resource: z.string().meta({ ...mountResourceMeta, 'x-quirk': ['D12'] }),
    mount_share_path: z
      .string()
      .meta({
        ...mountSharePathMeta,
        description: `${mountSharePathMeta.description} Required if mount_type is ecs.`,
        'x-quirk': ['D12'],
      })
      .optional(),
    local_mount_path: z.string().meta({ ...localMountPathMeta, 'x-quirk': ['D12'] }),
  }),
  [{ kind: 'requiredWhen', field: 'mount_share_path', when: { field: 'mount_type', in: ['ecs'] } }],
).meta({ description: 'A mounted file system or directory.' })

const mountUserMeta = { description: 'User that accesses the mounted files.' }

/** Source: 001 table 5. */
export const MountConfig = z
  .object({
    mount_user: MountUser.meta(mountUserMeta),
    func_mounts: z.array(FuncMount).meta({ description: 'File systems and directories to mount.' }),
  })
  .meta({ description: 'File systems and directories to mount, and the user for access.' })

/** Source: 001 table 16. */
export const MountUserResponse = z
  .object({ user_id: userIdResponse.optional(), user_group_id: userGroupIdResponse.optional() })
  .meta({ description: 'User and group for access to the mounted files.' })

/** Source: 001 table 17. */
export const FuncMountResponse = z
  .object({
    mount_type: MountType.meta({ 'x-quirk': ['D13'] }).optional(),
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
  .meta({ description: 'A mounted file system or directory.' })

/** Source: 001 table 15. */
export const MountConfigResponse = z
  .object({
    mount_user: MountUserResponse.meta(mountUserMeta).optional(),
    func_mounts: z.array(FuncMountResponse).meta({ description: 'Mounted file systems and directories.' }).optional(),
  })
  .meta({ description: 'Mounted file systems and directories, and the user for access.' })
