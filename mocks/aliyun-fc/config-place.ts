import type { ApiErrorOf } from '../core/handler.ts'
import { toQualifierConfigs } from './configs.ts'
import type { StoredAsyncConfig, StoredOnDemandConfig } from './stored-configs.ts'
import { findFunction, findOfVersion, findService, latest } from './lookup.ts'
import type { FcState } from './state.ts'
import type { StoredService } from './stored.ts'

/** The function and the qualifier that a configuration belongs to. Without a qualifier, it belongs to LATEST. */
export interface ConfigPath {
  readonly serviceName: string
  readonly functionName: string
  readonly qualifier: string | undefined
}

interface Place {
  readonly service: StoredService
  readonly serviceName: string
  readonly functionName: string
  readonly qualifier: string
}

export type NoConfigPlace = 'ServiceNotFound' | 'FunctionNotFound' | 'VersionNotFound' | 'AliasNotFound'

/** The place of a configuration. The function must exist in the named version. */
export function findConfigPlace(state: FcState, path: ConfigPath, apiError: ApiErrorOf<NoConfigPlace>): Place {
  const { serviceName, functionName } = path
  const service = findService(state, serviceName, apiError)
  findFunction(findOfVersion(state, path, apiError).service, functionName, apiError)
  return { service, serviceName, functionName, qualifier: path.qualifier || latest }
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
