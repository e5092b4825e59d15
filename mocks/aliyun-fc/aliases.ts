import { put } from '../core/sorted-map.ts'
import { refuseUnknownVersions } from './alias-versions.ts'
import { withoutQualifier } from './configs.ts'
import { findService, refuseStale } from './lookup.ts'
import { refuseProvisioned } from './provision.ts'
import { putService } from './state.ts'
import type { StoredAlias, StoredService } from './stored.ts'
import { toChange, toDates, type Work } from './work.ts'

type Settings = Omit<StoredAlias, 'createdTime' | 'lastModifiedTime' | 'etag'>

export function addAlias(
  work: Work<'ServiceNotFound' | 'VersionNotFound' | 'AliasAlreadyExists'>,
  serviceName: string,
  settings: Settings,
): StoredAlias {
  const { state, apiError } = work
  const { aliasName, versionId, additionalVersionWeight } = settings
  const service = findService(state.current, serviceName, apiError)
  refuseUnknownVersions(service, versionId, additionalVersionWeight, apiError)
  if (service.aliases.get(aliasName)) {
    throw apiError('AliasAlreadyExists', `alias '${aliasName}' already exists in service '${serviceName}'`)
  }
  const alias: StoredAlias = { ...settings, ...toDates(work) }
  putService(state, { ...service, aliases: put(service.aliases, aliasName, alias) })
  return alias
}

/** Only versions in the request are checked. An alias may keep a version that was deleted. */
export function changeAlias(
  work: Work<'VersionNotFound' | 'PreconditionFailed'>,
  { service, alias: before }: { readonly service: StoredService; readonly alias: StoredAlias },
  ifMatch: string | undefined,
  { versionId, ...changes }: Omit<Partial<Settings>, 'aliasName'>,
): StoredAlias {
  const { state, apiError } = work
  refuseStale(ifMatch, before.etag, apiError)
  refuseUnknownVersions(service, versionId, changes.additionalVersionWeight, apiError)
  // New weights replace all existing weights. This lets clients remove weights.
  const alias = { ...before, ...changes, versionId: versionId ?? before.versionId, ...toChange(work) }
  putService(state, { ...service, aliases: put(service.aliases, alias.aliasName, alias) })
  return alias
}

export function dropAlias(
  { state, clock, apiError }: Omit<Work<'PreconditionFailed' | 'ProvisionConfigExist'>, 'ids'>,
  { service, alias }: { readonly service: StoredService; readonly alias: StoredAlias },
  ifMatch: string | undefined,
): void {
  refuseStale(ifMatch, alias.etag, apiError)
  refuseProvisioned(service, { qualifier: alias.aliasName }, clock.now(), apiError)
  const aliases = service.aliases.without(alias.aliasName)
  putService(state, { ...withoutQualifier(service, alias.aliasName), aliases })
}
