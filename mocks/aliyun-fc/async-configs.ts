import type { z } from 'zod'
import type { AsyncInvokeConfig, AsyncInvokeConfigPage } from '../../schemas/aliyun-fc/models/async-invoke-config.ts'
import { toSortedMap } from '../core/sorted-map.ts'
import { type ConfigPath, findAsyncConfig, findConfigPlace, type NoConfigPlace } from './config-place.ts'
import { toAsyncConfigResponse } from './config-responses.ts'
import { toQualifierConfigs, toQualifiers } from './configs.ts'
import { type PageQuery, toListPage } from './list.ts'
import { findFunction, findService } from './lookup.ts'
import { putQualifierConfigs } from './put-configs.ts'
import type { StoredAsyncConfig } from './stored-configs.ts'
import { toTimeOfSeconds } from './time.ts'
import type { Work } from './work.ts'

type Config = z.input<typeof AsyncInvokeConfig>

/** Real servers do not check whether a destination exists (F7). */
export function putAsyncConfig(
  { state, clock, apiError }: Omit<Work<NoConfigPlace>, 'ids'>,
  path: ConfigPath,
  settings: StoredAsyncConfig['settings'],
): Config {
  const place = findConfigPlace(state.current, path, apiError)
  const now = toTimeOfSeconds(clock.now())
  const before = toQualifierConfigs(place.service, place.functionName, place.qualifier).asyncInvoke
  const asyncInvoke = { createdTime: before?.createdTime ?? now, lastModifiedTime: now, settings }
  putQualifierConfigs(state, place.service, place, { asyncInvoke })
  return toAsyncConfigResponse(place, asyncInvoke)
}

type Found = Pick<Work<NoConfigPlace | 'AsyncConfigNotExists'>, 'state' | 'apiError'>

export function getAsyncConfig({ state, apiError }: Found, path: ConfigPath): Config {
  const place = findConfigPlace(state.current, path, apiError)
  return toAsyncConfigResponse(place, findAsyncConfig(place, apiError))
}

export function dropAsyncConfig({ state, apiError }: Found, path: ConfigPath): void {
  const place = findConfigPlace(state.current, path, apiError)
  findAsyncConfig(place, apiError)
  putQualifierConfigs(state, place.service, place, { asyncInvoke: undefined })
}

/** An empty list has no `configs`, and the token of the last page is empty (F8). */
export function listAsyncConfigs(
  { state, apiError }: Pick<Work<'InvalidArgument' | 'ServiceNotFound' | 'FunctionNotFound'>, 'state' | 'apiError'>,
  path: Omit<ConfigPath, 'qualifier'>,
  query: PageQuery,
): z.input<typeof AsyncInvokeConfigPage> {
  const service = findService(state.current, path.serviceName, apiError)
  const { functionId } = findFunction(service, path.functionName, apiError)
  const configs = [...toQualifiers(service, path.functionName).entries()].flatMap(([qualifier, { asyncInvoke }]) =>
    asyncInvoke ? [[qualifier, toAsyncConfigResponse({ ...path, qualifier }, asyncInvoke)] as const] : [],
  )
  const list = `async invoke configurations of ${functionId}`
  const { items, nextToken = '' } = toListPage(list, toSortedMap(configs), query, apiError)
  return { ...(items.length > 0 && { configs: items }), nextToken }
}
