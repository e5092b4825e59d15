import type { ApiErrorOf } from '../core/handler.ts'
import { readPageToken, toPageToken } from '../core/page-token.ts'
import { put } from '../core/sorted-map.ts'
import type { ServiceContent, StoredService, StoredVersion } from './stored.ts'

/** The key of a version: its id, padded so that the order of keys is the numeric order. */
export function toVersionKey(versionId: string): string {
  return versionId.padStart(keyLength, '0')
}

/** The number of digits of the largest safe integer. */
const keyLength = 16

/** The version with an id. Ids have no leading zeros, so `01` does not exist. */
export function getVersion({ versions }: StoredService, versionId: string): StoredVersion | undefined {
  const version = versions.get(toVersionKey(versionId))
  return version?.versionId === versionId ? version : undefined
}

export function findVersion(
  service: StoredService,
  versionId: string,
  apiError: ApiErrorOf<'VersionNotFound'>,
): StoredVersion {
  const version = getVersion(service, versionId)
  if (version) return version
  throw apiError('VersionNotFound', `version '${versionId}' does not exist in service '${service.serviceName}'`)
}

/** The service as a version describes it, with the description and ETag of the version. */
export function toContent({ published, description = '', etag }: StoredVersion): ServiceContent {
  return { ...published, etag, settings: { ...published.settings, description } }
}

/**
 * Whether nothing was created, updated or deleted in the service since its newest version. An update with unchanged
 * values counts as a change, because it changes the ETag.
 */
export function isUnchanged(service: StoredService): boolean {
  for (const [, { published }] of service.versions.entriesReversed()) return published.revision === service.revision
  return false
}

/** Returns the service with a new version, and the version. `now` is the time in the format of responses. */
export function publish(
  service: StoredService,
  { description, now, etag }: { readonly description: string | undefined; readonly now: string; readonly etag: string },
): { readonly service: StoredService; readonly version: StoredVersion } {
  const lastVersionId = service.lastVersionId + 1
  const version: StoredVersion = {
    versionId: String(lastVersionId),
    description,
    createdTime: now,
    lastModifiedTime: now,
    etag,
    published: toPublished(service),
  }
  const versions = put(service.versions, toVersionKey(version.versionId), version)
  return { service: { ...service, lastVersionId, versions }, version }
}

/** The part of a service that a version shares. */
function toPublished(service: StoredService): ServiceContent {
  const { serviceId, serviceName, createdTime, lastModifiedTime, etag, revision, settings, functions } = service
  return { serviceId, serviceName, createdTime, lastModifiedTime, etag, revision, settings, functions }
}

type Direction = 'BACKWARD' | 'FORWARD'

export interface VersionPage {
  readonly items: StoredVersion[]
  readonly direction: Direction
  readonly nextToken?: string
}

/**
 * One page of the versions of a service, in O(log n + limit). A token takes precedence over `startKey` and `direction`,
 * because it continues its own list.
 */
export function toVersionPage(
  service: StoredService,
  query: {
    readonly limit: number
    readonly direction: Direction
    readonly startKey: string | undefined
    readonly nextToken: string | undefined
  },
  apiError: ApiErrorOf<'InvalidArgument'>,
): VersionPage {
  const page = query.nextToken ? readPage(service, query.nextToken) : { direction: query.direction, after: undefined }
  if (!page) throw apiError('InvalidArgument', 'nextToken: must be a token from a response of this list')
  const { direction, after } = page
  const start = after === undefined ? toStart(query.startKey, apiError) : toVersionKey(after)
  const { versions } = service
  const items: StoredVersion[] = []
  let last = ''
  for (const [, version] of direction === 'FORWARD' ? versions.entries(start) : versions.entriesReversed(start)) {
    if (version.versionId === after) continue
    if (items.length === query.limit)
      return { items, direction, nextToken: toPageToken(toList(service, direction), last) }
    items.push(version)
    last = version.versionId
  }
  return { items, direction }
}

function readPage(service: StoredService, token: string): { direction: Direction; after: string } | undefined {
  for (const direction of ['BACKWARD', 'FORWARD'] as const) {
    const after = readPageToken(toList(service, direction), token)
    if (after !== undefined) return { direction, after }
  }
  return undefined
}

function toList({ serviceId }: StoredService, direction: Direction): string {
  return `versions of ${serviceId} ${direction}`
}

/** The key at which a list starts. An empty key is ignored. */
function toStart(startKey: string | undefined, apiError: ApiErrorOf<'InvalidArgument'>): string | undefined {
  if (!startKey) return undefined
  if (!/^\d+$/.test(startKey)) throw apiError('InvalidArgument', 'startKey: must be a version id, which is a number')
  return toVersionKey(startKey.replace(/^0+(?=\d)/, '')) // a key with too many digits sorts after all others
}
