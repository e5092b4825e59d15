import { emptySortedMap, type SortedMap, toSortedMap } from '../core/sorted-map.ts'
import type { StoredService } from './stored.ts'
import type { QualifierConfigs, ServiceConfigs, StoredEventSource } from './stored-configs.ts'

const none: ServiceConfigs = {
  tags: emptySortedMap(),
  place: undefined,
  vpcIds: emptySortedMap(),
  functions: emptySortedMap(),
}

export function toConfigs({ configs = none }: StoredService): ServiceConfigs {
  return configs
}

/** The configurations of a function by qualifier, sorted. */
export function toQualifiers(service: StoredService, functionName: string): SortedMap<QualifierConfigs> {
  return toConfigs(service).functions.get(functionName) ?? emptySortedMap()
}

/** The configurations of a function for a qualifier. */
export function toQualifierConfigs(service: StoredService, functionName: string, qualifier: string): QualifierConfigs {
  return toQualifiers(service, functionName).get(qualifier) ?? {}
}

/** The event sources of a function for a qualifier, by resource name. */
export function toEventSources(
  service: StoredService,
  functionName: string,
  qualifier: string,
): SortedMap<StoredEventSource> {
  return toQualifierConfigs(service, functionName, qualifier).eventSources ?? emptySortedMap()
}

/**
 * Returns the service without the configurations of a qualifier, for all functions or for one. When a function is
 * deleted, only LATEST is removed, because its versions can still be invoked through their aliases.
 */
export function withoutQualifier(service: StoredService, qualifier: string, ofFunction?: string): StoredService {
  if (!service.configs) return service
  const functions = [...service.configs.functions.entries()].flatMap(([name, qualifiers]) => {
    const kept = ofFunction === undefined || ofFunction === name ? qualifiers.without(qualifier) : qualifiers
    return kept.size > 0 ? [[name, kept] as const] : []
  })
  return { ...service, configs: { ...service.configs, functions: toSortedMap(functions) } }
}
