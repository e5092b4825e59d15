import type { ApiErrorOf } from '../core/handler.ts'
import type { FcState } from './state.ts'
import type { ServiceContent, StoredAlias, StoredFunction, StoredService, StoredTrigger } from './stored.ts'
import { findVersion, getVersion, toContent } from './versions.ts'

/** The service of a path. */
export function findService(
  state: FcState,
  serviceName: string,
  apiError: ApiErrorOf<'ServiceNotFound'>,
): StoredService {
  const service = state.services.get(serviceName)
  if (!service) throw apiError('ServiceNotFound', `service '${serviceName}' does not exist`)
  return service
}

/** The service of a qualified path: its current state, or a version. */
export interface Addressed {
  readonly service: ServiceContent
  /** A version id, or LATEST. */
  readonly versionId: string
}

/**
 * The service of a path that may name a version or an alias. `LATEST` is the current state. Version ids are numbers,
 * and every other qualifier is an alias. `pick` selects one of the versions of an alias. Default: the main version.
 */
export function findQualified(
  state: FcState,
  path: { readonly serviceName: string; readonly qualifier: string | undefined },
  apiError: ApiErrorOf<'ServiceNotFound' | 'VersionNotFound' | 'AliasNotFound'>,
  pick: (alias: StoredAlias) => string = ({ versionId }) => versionId,
): Addressed {
  return findOfVersion(state, toNames(state, path), apiError, pick)
}

/**
 * The names in a qualified path. A dot may be part of the name of a service, and a service must be found under the name
 * that it was created with.
 */
export function toNames<Path extends { readonly serviceName: string; readonly qualifier: string | undefined }>(
  state: FcState,
  path: Path,
): Path | (Omit<Path, 'serviceName' | 'qualifier'> & { readonly serviceName: string; readonly qualifier: undefined }) {
  const serviceName = `${path.serviceName}.${path.qualifier}`
  if (path.qualifier === undefined || state.services.get(path.serviceName) || !state.services.get(serviceName))
    return path
  return { ...path, serviceName, qualifier: undefined }
}

/** The same for a qualifier that is not part of the path of the service. An empty qualifier is ignored. */
export function findOfVersion(
  state: FcState,
  { serviceName, qualifier }: { readonly serviceName: string; readonly qualifier: string | undefined },
  apiError: ApiErrorOf<'ServiceNotFound' | 'VersionNotFound' | 'AliasNotFound'>,
  pick: (alias: StoredAlias) => string = ({ versionId }) => versionId,
): Addressed {
  const service = findService(state, serviceName, apiError)
  if (!qualifier || qualifier === latest) return { service, versionId: latest }
  const versionId = /^\d+$/.test(qualifier) ? qualifier : pick(findAlias(service, qualifier, apiError))
  return { service: toContent(findVersion(service, versionId, apiError)), versionId }
}

/** A service or a version of it, if it exists. */
export function readContent(state: FcState, serviceName: string, versionId: string): ServiceContent | undefined {
  const service = state.services.get(serviceName)
  if (!service || versionId === latest) return service
  return getVersion(service, versionId)?.published
}

/** The qualifier of the current state. No version or alias can have it. */
export const latest = 'LATEST'

/** The function of a path. */
export function findFunction(
  service: ServiceContent,
  functionName: string,
  apiError: ApiErrorOf<'FunctionNotFound'>,
): StoredFunction {
  const stored = service.functions.get(functionName)
  if (stored) return stored
  throw apiError('FunctionNotFound', `function '${functionName}' does not exist in service '${service.serviceName}'`)
}

/** The trigger of a path. */
export function findTrigger(
  service: StoredService,
  path: { readonly functionName: string; readonly triggerName: string },
  apiError: ApiErrorOf<'TriggerNotFound'>,
): StoredTrigger {
  const trigger = service.triggers.get(path.functionName)?.get(path.triggerName)
  if (trigger) return trigger
  throw apiError('TriggerNotFound', `trigger '${path.triggerName}' does not exist on function '${path.functionName}'`)
}

/** An alias of a service. */
export function findAlias(
  service: StoredService,
  aliasName: string,
  apiError: ApiErrorOf<'AliasNotFound'>,
): StoredAlias {
  const alias = service.aliases.get(aliasName)
  if (alias) return alias
  throw apiError('AliasNotFound', `alias '${aliasName}' does not exist in service '${service.serviceName}'`)
}

/**
 * The alias of a path, for updates. ServiceNotFound is not documented for them, so a missing service is a missing
 * alias.
 */
export function findServiceOfAlias(
  state: FcState,
  path: { readonly serviceName: string; readonly aliasName: string },
  apiError: ApiErrorOf<'AliasNotFound'>,
): { readonly service: StoredService; readonly alias: StoredAlias } {
  const service = state.services.get(path.serviceName)
  if (service) return { service, alias: findAlias(service, path.aliasName, apiError) }
  throw apiError(
    'AliasNotFound',
    `alias '${path.aliasName}' does not exist, because there is no service '${path.serviceName}'`,
  )
}

/** Rejects a request whose If-Match differs from the ETag. Some clients send an empty header, which is ignored. */
export function refuseStale(
  ifMatch: string | undefined,
  etag: string,
  apiError: ApiErrorOf<'PreconditionFailed'>,
): void {
  if (ifMatch !== undefined && ifMatch !== '' && ifMatch !== etag) throw apiError('PreconditionFailed')
}
