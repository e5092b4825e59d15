import type { ApiErrorOf } from '../core/handler.ts'
import { toQualifierConfigs } from './configs.ts'
import type { StoredAsyncConfig, StoredOnDemandConfig } from './stored-configs.ts'
import { findFunction, findOfVersion, findService, latest } from './lookup.ts'
import type { FcState } from './state.ts'
import type { StoredService } from './stored.ts'

interface Place {
  readonly service: StoredService
  readonly functionName: string
  readonly qualifier: string
}

/** The function and the qualifier that a configuration belongs to. The function must exist in the named version. */
export function findConfigPlace(
  state: FcState,
  { serviceName, functionName }: { readonly serviceName: string; readonly functionName: string },
  qualifier: string | undefined,
  apiError: ApiErrorOf<'ServiceNotFound' | 'FunctionNotFound' | 'VersionNotFound' | 'AliasNotFound'>,
): Place {
  const service = findService(state, serviceName, apiError)
  findFunction(findOfVersion(state, { serviceName, qualifier }, apiError).service, functionName, apiError)
  return { service, functionName, qualifier: qualifier || latest }
}

export function findAsyncConfig(
  { service, functionName, qualifier }: Place,
  apiError: ApiErrorOf<'AsyncConfigNotExists'>,
): StoredAsyncConfig {
  const config = toQualifierConfigs(service, functionName, qualifier).asyncInvoke
  if (config) return config
  throw apiError(
    'AsyncConfigNotExists',
    `function '${functionName}' has no async invoke configuration for qualifier '${qualifier}'`,
  )
}

export function findOnDemandConfig(
  { service, functionName, qualifier }: Place,
  apiError: ApiErrorOf<'OnDemandConfigNotFound'>,
): StoredOnDemandConfig {
  const config = toQualifierConfigs(service, functionName, qualifier).onDemand
  if (config) return config
  throw apiError(
    'OnDemandConfigNotFound',
    `function '${functionName}' has no on-demand configuration for qualifier '${qualifier}'`,
  )
}
