import { withoutQualifier } from './configs.ts'
import { findService, refuseStale } from './lookup.ts'
import { putService } from './state.ts'
import type { StoredService, StoredVersion } from './stored.ts'
import { toTime } from './time.ts'
import { getVersion, isUnchanged, publish, toVersionKey } from './versions.ts'
import type { Work } from './work.ts'

/** Publishes a version of a service that has changed since its newest version. */
export function addVersion(
  work: Work<'ServiceNotFound' | 'VersionPublishError' | 'PreconditionFailed'>,
  serviceName: string,
  ifMatch: string | undefined,
  description: string | undefined,
): StoredVersion {
  const { state, clock, ids, apiError } = work
  const before = findService(state.current, serviceName, apiError)
  refuseStale(ifMatch, before.etag, apiError)
  if (isUnchanged(before)) {
    throw apiError('VersionPublishError', `service '${serviceName}' has not changed since its newest version`)
  }
  const { service, version } = publish(before, { description, now: toTime(clock.now()), etag: ids.etag() })
  putService(state, service)
  return version
}

/** `service` is undefined if it does not exist. Then, the version does not exist either. */
export function dropVersion(
  { state, apiError }: Pick<Work<'VersionNotFound'>, 'state' | 'apiError'>,
  service: StoredService | undefined,
  { serviceName, versionId }: { readonly serviceName: string; readonly versionId: string },
): void {
  if (!service || !getVersion(service, versionId)) {
    throw apiError('VersionNotFound', `version '${versionId}' does not exist in service '${serviceName}'`)
  }
  const versions = service.versions.without(toVersionKey(versionId))
  putService(state, { ...withoutQualifier(service, versionId), versions })
}
