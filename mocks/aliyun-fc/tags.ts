import type { z } from 'zod'
import type { Resource, TagResourceInput, UntagResourceInput } from '../../schemas/aliyun-fc/models/tag.ts'
import type { ApiErrorOf } from '../core/handler.ts'
import { emptySortedMap, put } from '../core/sorted-map.ts'
import { defaultAccount, regionId } from './account.ts'
import { toConfigs } from './configs.ts'
import { findService } from './lookup.ts'
import { putConfigs } from './put-configs.ts'
import type { FcState } from './state.ts'
import type { StoredService } from './stored.ts'
import type { Work } from './work.ts'

interface TaggedService {
  readonly service: StoredService
  /** The region and the account of a complete name. */
  readonly place: { readonly region: string; readonly account: string } | undefined
}

/** The service of a resource name, complete or short. */
function findByArn(state: FcState, resourceArn: string, apiError: ApiErrorOf<'ServiceNotFound'>): TaggedService {
  const {
    region,
    account,
    name = '',
  } = /^(?:acs:fc:(?<region>[^:]*):(?<account>[^:]*):)?services\/(?<name>.*)$/s.exec(resourceArn)?.groups ?? {}
  const service = findService(state, name, apiError)
  return { service, place: region === undefined || account === undefined ? undefined : { region, account } }
}

/** The complete resource name of a service. Without an earlier complete name, the account is that of the request. */
export function toArn(service: StoredService, account: string = defaultAccount): string {
  const place = toConfigs(service).place ?? { region: regionId, account }
  return `acs:fc:${place.region}:${place.account}:services/${service.serviceName}`
}

/** The tags of a service, sorted by key. */
export function toTags(service: StoredService): Record<string, string> {
  return Object.fromEntries(toConfigs(service).tags.entries())
}

type Found = Pick<Work<'ServiceNotFound'>, 'state' | 'apiError'>

export function addTags({ state, apiError }: Found, request: z.output<typeof TagResourceInput>): void {
  const { service, place } = findByArn(state.current, request.resourceArn, apiError)
  const configs = toConfigs(service)
  const tags = Object.entries(request.tags).reduce((map, [key, value]) => put(map, key, value), configs.tags)
  putConfigs(state, service, { tags, place: place ?? configs.place })
}

/** With a key, `all` has no effect (F4). */
export function dropTags(
  { state, apiError }: Found,
  { resourceArn, tagKeys = [] }: z.output<typeof UntagResourceInput>,
): void {
  const { service } = findByArn(state.current, resourceArn, apiError)
  const { tags } = toConfigs(service)
  const kept = tagKeys.length > 0 ? tagKeys.reduce((map, key) => map.without(key), tags) : emptySortedMap<string>()
  putConfigs(state, service, { tags: kept })
}

/** The tags of a service, with its complete name. `account`: the one that the request names. */
export function getTags(
  { state, apiError }: Found,
  resourceArn: string,
  account: string | undefined,
): z.input<typeof Resource> {
  const { service, place } = findByArn(state.current, resourceArn, apiError)
  return { resourceArn: place ? resourceArn : toArn(service, account), tags: toTags(service) }
}
