import type { Authenticate } from '../core/auth/authenticate.ts'
import { isChecked } from '../core/check-credentials.ts'
import { createEmulator, type Emulator, type EmulatorOptions } from '../core/emulator.ts'

/**
 * Creates an emulator that loads two parts when they are used, because most web pages use neither: the control API, and the
 * check of credentials. If credentials are checked, the first requests wait for the check.
 */
export function createLateEmulator(options: EmulatorOptions): Emulator {
  let authenticate: Authenticate | undefined
  const emulator = createEmulator(options, {
    respondToControl: async (...request) => {
      const { respondToControl } = await import('../core/control/control-api.ts')
      return await respondToControl(...request)
    },
    authenticate: (...request) => {
      if (!authenticate) throw new TypeError('unreachable') // handle() loads it first
      return authenticate(...request)
    },
  })
  if (!isChecked(options.auth)) return emulator
  return {
    ...emulator,
    handle(request) {
      if (authenticate) return emulator.handle(request)
      return import('../core/auth/authenticate.ts').then((loaded) => {
        authenticate = loaded.authenticate
        return emulator.handle(request)
      })
    },
  }
}
