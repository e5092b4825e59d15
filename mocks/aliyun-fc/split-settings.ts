import type { LaterSettings } from './later-settings.ts'

/** Splits the settings of a request into those that both API versions document and the later ones. */
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
  // An absent setting must not have a key, because merging it would hide the existing value.
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
