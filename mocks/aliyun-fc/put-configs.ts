import { put } from '../core/sorted-map.ts'
import type { Cell } from '../core/store.ts'
import { toConfigs, toQualifiers } from './configs.ts'
import { type FcState, putService } from './state.ts'
import type { StoredService } from './stored.ts'
import type { QualifierConfigs, ServiceConfigs } from './stored-configs.ts'

export function putConfigs(state: Cell<FcState>, service: StoredService, change: Partial<ServiceConfigs>): void {
  putService(state, { ...service, configs: { ...toConfigs(service), ...change } })
}

/** A configuration that is `undefined` is removed. */
export function putQualifierConfigs(
  state: Cell<FcState>,
  service: StoredService,
  { functionName, qualifier }: { readonly functionName: string; readonly qualifier: string },
  change: QualifierConfigs,
): void {
  const before = toQualifiers(service, functionName)
  const entries = Object.entries({ ...before.get(qualifier), ...change }).filter(([, config]) => config !== undefined)
  const configs: QualifierConfigs = Object.fromEntries(entries)
  const qualifiers = entries.length > 0 ? put(before, qualifier, configs) : before.without(qualifier)
  const { functions } = toConfigs(service)
  putConfigs(state, service, {
    functions: qualifiers.size > 0 ? put(functions, functionName, qualifiers) : functions.without(functionName),
  })
}

/** A configuration with the names of the function that it belongs to. */
export interface Located<Config> {
  readonly serviceName: string
  readonly functionName: string
  readonly qualifier: string
  readonly config: Config
}

/** The configurations of one kind in all services. */
export function* locate<Kind extends keyof QualifierConfigs>(
  state: FcState,
  kind: Kind,
): Generator<Located<NonNullable<QualifierConfigs[Kind]>>> {
  for (const [serviceName, service] of state.services.entries()) {
    for (const [functionName, qualifiers] of toConfigs(service).functions.entries()) {
      for (const [qualifier, configs] of qualifiers.entries()) {
        const config = configs[kind]
        if (config !== undefined) yield { serviceName, functionName, qualifier, config }
      }
    }
  }
}
