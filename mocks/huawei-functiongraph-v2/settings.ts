import type { ApiErrorOf } from '../core/handler.ts'
import type { Settings } from './state.ts'
import { refuseUserData } from './user-data.ts'

export type SettingsFault = ApiErrorOf<'FSS.1009' | 'FSS.1017' | 'FSS.1018' | 'FSS.1039'>

/**
 * The settings after an update. Absent fields stay, and an object in the request replaces the existing object. Only the
 * fields of `strategy_config` are updated one by one, because clients send either field without the other (Y3). By
 * default, the number of instances is unlimited, as in the example of source 002.
 */
export function changeSettings(before: Settings | undefined, changes: Settings, apiError: SettingsFault): Settings {
  if (changes.user_data !== undefined) refuseUserData(changes.user_data, apiError)
  for (const { local_mount_path: path } of changes.mount_config?.func_mounts ?? []) {
    // Not documented, but a relative path does not identify a place in the container.
    if (!path.startsWith('/'))
      throw apiError('FSS.1039', 'mount_config.func_mounts.local_mount_path: must begin with /')
  }
  const strategy_config = { concurrency: -1, ...before?.strategy_config, ...changes.strategy_config }
  return { ...before, ...changes, strategy_config }
}
