import type { LaterSettings } from './later-settings.ts'

/** Splits the settings of a request into those that both API versions document and the later ones. */
export function splitSettings<Settings extends LaterSettings>(
  all: Settings,
): { readonly settings: Omit<Settings, keyof LaterSettings>; readonly later: LaterSettings } {
  const settings: Partial<Settings> = {}
  const later: Partial<Settings> = {}
  for (const name in all) {
    if (!Object.hasOwn(laterNames, name)) settings[name] = all[name]
    // An absent setting must not have a key, because merging it would hide the existing value.
    else if (all[name] !== undefined && all[name] !== null) later[name] = all[name]
  }
  return { settings: settings as Omit<Settings, keyof LaterSettings>, later } // each name is in one of the two
}

const laterNames: Readonly<Record<keyof LaterSettings, true>> = {
  instanceSoftConcurrency: true,
  instanceLifecycleConfig: true,
  customDNS: true,
  customRuntimeConfig: true,
  customHealthCheckConfig: true,
  cpu: true,
  diskSize: true,
  gpuMemorySize: true,
}
