import { emptySortedMap } from '../core/sorted-map.ts'
import { findService, refuseStale } from './lookup.ts'
import { putService, removeService } from './state.ts'
import type { ServiceSettings, StoredService } from './stored.ts'
import { toChange, toDates, type Work } from './work.ts'

export function addService(
  work: Work<'ServiceAlreadyExists'>,
  serviceName: string,
  settings: ServiceSettings,
): StoredService {
  const { state, ids, apiError } = work
  if (state.current.services.get(serviceName)) {
    throw apiError('ServiceAlreadyExists', `service '${serviceName}' already exists`)
  }
  const service: StoredService = {
    serviceId: ids.uuid(),
    serviceName,
    ...toDates(work),
    revision: 0,
    settings,
    functions: emptySortedMap(),
    versions: emptySortedMap(),
    lastVersionId: 0,
    aliases: emptySortedMap(),
    triggers: emptySortedMap(),
    counts: emptySortedMap(),
  }
  putService(state, service)
  return service
}

export function changeService(
  work: Work<'ServiceNotFound' | 'PreconditionFailed'>,
  serviceName: string,
  ifMatch: string | undefined,
  changes: ServiceSettings,
): StoredService {
  const { state, apiError } = work
  const before = findService(state.current, serviceName, apiError)
  refuseStale(ifMatch, before.etag, apiError)
  const service = {
    ...before,
    ...toChange(work),
    revision: before.revision + 1,
    settings: { ...before.settings, ...changes },
  }
  putService(state, service)
  return service
}

export function dropService(
  { state, apiError }: Pick<Work<'ServiceNotFound' | 'ServiceNotEmpty' | 'PreconditionFailed'>, 'state' | 'apiError'>,
  serviceName: string,
  ifMatch: string | undefined,
): void {
  const service = findService(state.current, serviceName, apiError)
  refuseStale(ifMatch, service.etag, apiError)
  if (service.functions.size > 0) throw apiError('ServiceNotEmpty', `service '${serviceName}' still has functions`)
  // Observed (W6). Aliases do not prevent deletion. Without versions they name nothing, and they are deleted with the
  // service.
  if (service.versions.size > 0) throw apiError('ServiceNotEmpty', `service '${serviceName}' still has versions`)
  removeService(state, service)
}
