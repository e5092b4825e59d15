import type { z } from 'zod'
import type { OnDemandConfig, OnDemandConfigPage } from '../../schemas/aliyun-fc/models/on-demand-config.ts'
import { toSortedMap } from '../core/sorted-map.ts'
import { type ConfigPath, findConfigPlace, findOnDemandConfig, type NoConfigPlace } from './config-place.ts'
import { toOnDemandConfigResponse, toOnDemandResource } from './config-responses.ts'
import { toQualifierConfigs } from './configs.ts'
import { type ListQuery, toListPage } from './list.ts'
import { refuseStale } from './lookup.ts'
import { locate, putQualifierConfigs } from './put-configs.ts'
import type { StoredOnDemandConfig } from './stored-configs.ts'
import type { Work } from './work.ts'

interface Tagged {
  readonly etag: string
  readonly body: z.input<typeof OnDemandConfig>
}

/** Without a configuration, an If-Match matches nothing. */
export function putOnDemandConfig(
  { state, ids, apiError }: Omit<Work<NoConfigPlace | 'PreconditionFailed'>, 'clock'>,
  path: ConfigPath,
  ifMatch: string | undefined,
  settings: StoredOnDemandConfig['settings'],
): Tagged {
  const place = findConfigPlace(state.current, path, apiError)
  const before = toQualifierConfigs(place.service, place.functionName, place.qualifier).onDemand
  refuseStale(ifMatch, before?.etag ?? '', apiError)
  const onDemand = { etag: ids.etag(), settings }
  putQualifierConfigs(state, place.service, place, { onDemand })
  return { etag: onDemand.etag, body: toOnDemandConfigResponse(place, onDemand) }
}

export function getOnDemandConfig(
  { state, apiError }: Pick<Work<NoConfigPlace | 'OnDemandConfigNotFound'>, 'state' | 'apiError'>,
  path: ConfigPath,
): Tagged {
  const place = findConfigPlace(state.current, path, apiError)
  const config = findOnDemandConfig(place, apiError)
  return { etag: config.etag, body: toOnDemandConfigResponse(place, config) }
}

export function dropOnDemandConfig(
  {
    state,
    apiError,
  }: Pick<Work<NoConfigPlace | 'OnDemandConfigNotFound' | 'PreconditionFailed'>, 'state' | 'apiError'>,
  path: ConfigPath,
  ifMatch: string | undefined,
): void {
  const place = findConfigPlace(state.current, path, apiError)
  refuseStale(ifMatch, findOnDemandConfig(place, apiError).etag, apiError)
  putQualifierConfigs(state, place.service, place, { onDemand: undefined })
}

/** An empty list has no `configs` (F8). */
export function listOnDemandConfigs(
  { state, namespace, apiError }: Pick<Work<'InvalidArgument'>, 'state' | 'apiError'> & { readonly namespace: string },
  query: ListQuery,
): z.input<typeof OnDemandConfigPage> {
  const found = Array.from(
    locate(state.current, 'onDemand'),
    (located) => [toOnDemandResource(located), toOnDemandConfigResponse(located, located.config)] as const,
  )
  const { items, ...next } = toListPage(`on-demand configurations of ${namespace}`, toSortedMap(found), query, apiError)
  return { ...(items.length > 0 && { configs: items }), ...next }
}
