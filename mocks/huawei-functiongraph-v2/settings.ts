import type { ApiErrorOf } from '../core/handler.ts'
import type { Settings } from './state.ts'
import { refuseUserData } from './user-data.ts'

export type SettingsFault = ApiErrorOf<'FSS.1009' | 'FSS.1017' | 'FSS.1018' | 'FSS.1039'>

/**
 * Settings after a change: what it does not name stays, and an object that it names takes the place of the one before.
 * The fields of `strategy_config` alone change one by one: clients send either without the other (Y3). A function that
 * was never told otherwise has no limit of instances, as in the example of page 002.
 */
export function changeSettings(before: Settings | undefined, changes: Settings, apiError: SettingsFault): Settings {
  if (changes.user_data !== undefined) refuseUserData(changes.user_data, apiError)
  for (const { local_mount_path: path } of changes.mount_config?.func_mounts ?? []) {
    // No page says so, but no other path would name one place in a container.
    if (!path.startsWith('/'))
      throw apiError('FSS.1039', 'mount_config.func_mounts.local_mount_path: must begin with /')
  }
  const strategy_config = { concurrency: -1, ...before?.strategy_config, ...changes.strategy_config }
  return { ...before, ...changes, strategy_config }
}
