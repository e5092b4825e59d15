import type { Settings } from './state.ts'

/**
 * The settings that 001 table 13 returns: without seven that the table does not have, and with the two ids of
 * `log_config` (D16).
 */
export function toRespondedSettings(settings: Settings) {
  const {
    log_config,
    mount_config,
    extend_config: _extend,
    network_controller: _network,
    restore_hook_handler: _hook,
    restore_hook_timeout: _hookTimeout,
    heartbeat_handler: _heartbeat,
    enable_class_isolation: _isolation,
    ...responded
  } = settings
  return {
    ephemeral_storage: 512 as const, // the default
    ...responded,
    mount_config: mount_config && { ...mount_config, mount_user: toNumbers(mount_config.mount_user) },
    log_group_id: log_config?.group_id,
    log_stream_id: log_config?.stream_id,
  }
}

type MountUser = NonNullable<Settings['mount_config']>['mount_user']

/** Requests may contain the two ids as text. Responses contain numbers (D5). */
function toNumbers({ user_id, user_group_id }: MountUser) {
  return { user_id: Number(user_id), user_group_id: Number(user_group_id) }
}
