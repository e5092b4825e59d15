import type { ApiErrorOf } from '../core/handler.ts'
import { readPageToken, toPageToken } from '../core/page-token.ts'
import { put } from '../core/sorted-map.ts'
import type { ServiceContent, StoredService, StoredVersion } from './stored.ts'

/** A version's key: its id, padded so that the order of texts is the order of numbers. */
export function toVersionKey(versionId: string): string {
  return versionId.padStart(keyLength, '0')
}

/** As many digits as the largest number that counts exactly. */
const keyLength = 16

/** The version of an id. An id is spelled in one way only: `01` is none. */
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

/** The service as a version has it: with the version's description, and tagged as this version. */
export function toContent({ published, description = '', etag }: StoredVersion): ServiceContent {
  return { ...published, etag, settings: { ...published.settings, description } }
}

/**
 * Whether nothing was created, updated or deleted in the service since its newest version. An update that sets
 * what was set before counts as a change: it has a new ETag.
 */
export function isUnchanged(service: StoredService): boolean {
  for (const [, { published }] of service.versions.entriesReversed()) return published.revision === service.revision
  return false
}

/** The service with a version more, and that version. `now` is the time as responses show it. */
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

/** The part of a service that a version keeps, by reference. */
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
 * One page of a service's versions, in O(log n + limit). A token wins over `startKey` and over `direction`:
 * the list that it belongs to goes on in its own direction.
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
  if (!page) throw apiError('InvalidArgument', 'nextToken: must be a token that a response of this list gave')
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

/** The key at which a list starts; an empty one says nothing. */
function toStart(startKey: string | undefined, apiError: ApiErrorOf<'InvalidArgument'>): string | undefined {
  if (!startKey) return undefined
  if (!/^\d+$/.test(startKey)) throw apiError('InvalidArgument', 'startKey: must be a version id, which is a number')
  return toVersionKey(startKey.replace(/^0+(?=\d)/, '')) // one with too many digits comes after every key
}
