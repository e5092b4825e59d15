import type { z } from 'zod'
import type { ProvisionConfig, ProvisionConfigPage } from '../../schemas/aliyun-fc/models/provision-config.ts'
import { toSortedMap } from '../core/sorted-map.ts'
import { defaultAccount } from './account.ts'
import { type ConfigPath, findConfigPlace, type NoConfigPlace } from './config-place.ts'
import { toProvisionConfigResponse, toProvisionResource } from './config-responses.ts'
import { toQualifierConfigs } from './configs.ts'
import { type PageQuery, toListPage } from './list.ts'
import { refuseStale } from './lookup.ts'
import { initialEtag, isActive, refuseInvalidRules, toInstances } from './provision.ts'
import { locate, putQualifierConfigs } from './put-configs.ts'
import type { StoredProvisionConfig } from './stored-configs.ts'
import type { Work } from './work.ts'

interface Tagged {
  readonly etag: string
  readonly body: z.input<typeof ProvisionConfig>
}

/** Rules that the request does not contain stay (observed). `account`: the one that the request names. */
export function putProvisionConfig(
  { state, clock, ids, apiError }: Work<NoConfigPlace | 'InvalidArgument' | 'PreconditionFailed'>,
  path: ConfigPath,
  { ifMatch, account }: { readonly ifMatch: string | undefined; readonly account: string | undefined },
  settings: StoredProvisionConfig['settings'],
): Tagged {
  const place = findConfigPlace(state.current, path, apiError)
  const before = toQualifierConfigs(place.service, place.functionName, place.qualifier).provision
  refuseStale(ifMatch, before?.etag ?? initialEtag, apiError)
  refuseInvalidRules(settings, apiError)
  const now = clock.now()
  const provision: StoredProvisionConfig = {
    etag: ids.etag(),
    account: account ?? before?.account ?? defaultAccount,
    settings: { ...before?.settings, ...settings },
    changedAt: now,
    currentAtChange: before ? toInstances(before, now).current : 0,
  }
  putQualifierConfigs(state, place.service, place, { provision })
  return { etag: provision.etag, body: toProvisionConfigResponse(place, provision, now) }
}

/** A function without a configuration has no provisioned instances (F27). */
export function getProvisionConfig(
  { state, clock, apiError }: Omit<Work<NoConfigPlace>, 'ids'>,
  path: ConfigPath,
  account: string = defaultAccount,
): Tagged {
  const place = findConfigPlace(state.current, path, apiError)
  const config = toQualifierConfigs(place.service, place.functionName, place.qualifier).provision
  if (config) return { etag: config.etag, body: toProvisionConfigResponse(place, config, clock.now()) }
  return { etag: initialEtag, body: { resource: toProvisionResource(place, account), target: 0, current: 0 } }
}

/** The list contains no configuration without instances and rules. */
export function listProvisionConfigs(
  { state, clock, namespace, apiError }: Omit<Work<'InvalidArgument'>, 'ids'> & { readonly namespace: string },
  query: PageQuery & { readonly serviceName?: string | undefined; readonly qualifier?: string | undefined },
): z.input<typeof ProvisionConfigPage> {
  const { serviceName, qualifier } = query
  if (qualifier !== undefined && serviceName === undefined) {
    throw apiError('InvalidArgument', 'serviceName: is required when qualifier is present')
  }
  const now = clock.now()
  const found = [...locate(state.current, 'provision')].filter(
    (located) =>
      (serviceName === undefined || located.serviceName === serviceName) &&
      (qualifier === undefined || located.qualifier === qualifier) &&
      isActive(located.config, now),
  )
  const map = toSortedMap(found.map((located) => [toProvisionResource(located, located.config.account), located]))
  const { items, ...next } = toListPage(`provision configurations of ${namespace}`, map, query, apiError)
  const provisionConfigs = items.map((located) => toProvisionConfigResponse(located, located.config, now))
  return { provisionConfigs, ...next }
}
