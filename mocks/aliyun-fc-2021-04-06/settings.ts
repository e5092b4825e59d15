import type { LaterSettings } from '../aliyun-fc/later-settings.ts'

/** Parts the settings of a request: those that both versions of the API have, and those of this one alone. */
export function splitSettings<Settings extends LaterSettings>(
  all: Settings,
): { readonly settings: Omit<Settings, keyof LaterSettings>; readonly later: LaterSettings } {
  const {
    instanceSoftConcurrency,
    instanceLifecycleConfig,
    customDNS,
    customRuntimeConfig,
    customHealthCheckConfig,
    cpu,
    diskSize,
    gpuMemorySize,
    ...settings
  } = all
  // An absent setting leaves no key: merged into others, it must not hide what was there.
  const later: LaterSettings = {
    ...(instanceSoftConcurrency !== undefined && { instanceSoftConcurrency }),
    ...(instanceLifecycleConfig && { instanceLifecycleConfig }),
    ...(customDNS && { customDNS }),
    ...(customRuntimeConfig && { customRuntimeConfig }),
    ...(customHealthCheckConfig && { customHealthCheckConfig }),
    ...(cpu !== undefined && { cpu }),
    ...(diskSize !== undefined && { diskSize }),
    ...(gpuMemorySize !== undefined && { gpuMemorySize }),
  }
  return { settings, later }
}
