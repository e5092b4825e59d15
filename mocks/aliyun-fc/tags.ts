import { dialect } from '../../schemas/aliyun-fc-2021-04-06/dialect.ts'
import type { ApiErrorOf } from '../core/handler.ts'
import { toConfigs } from './configs.ts'
import { findService } from './lookup.ts'
import type { FcState } from './state.ts'
import type { StoredService } from './stored.ts'

const { accountId, region } = dialect.server.variables

/** The account of a request that names none. */
export const defaultAccount = accountId?.default ?? ''

interface TaggedService {
  readonly service: StoredService
  /** The region and the account of a complete name. */
  readonly place: { readonly region: string; readonly account: string } | undefined
}

/** The service of a resource name, complete or short. */
export function findByArn(state: FcState, resourceArn: string, apiError: ApiErrorOf<'ServiceNotFound'>): TaggedService {
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
  const place = toConfigs(service).place ?? { region: region?.default ?? '', account }
  return `acs:fc:${place.region}:${place.account}:services/${service.serviceName}`
}

/** The tags of a service, sorted by key. */
export function toTags(service: StoredService): Record<string, string> {
  return Object.fromEntries(toConfigs(service).tags.entries())
}
