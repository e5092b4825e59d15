import type { z } from 'zod'
import type { AsyncInvokeConfig } from '../../schemas/aliyun-fc/models/async-invoke-config.ts'
import type { OnDemandConfig } from '../../schemas/aliyun-fc/models/on-demand-config.ts'
import type { ProvisionConfig } from '../../schemas/aliyun-fc/models/provision-config.ts'
import type { StoredAsyncConfig, StoredOnDemandConfig, StoredProvisionConfig } from './stored-configs.ts'
import { toInstances } from './provision.ts'

/** The names of the function that a configuration belongs to. */
interface Names {
  readonly serviceName: string
  readonly functionName: string
  readonly qualifier: string
}

/** Settings that the request did not contain are absent (F5). */
export function toAsyncConfigResponse(
  { serviceName, functionName, qualifier }: Names,
  { createdTime, lastModifiedTime, settings }: StoredAsyncConfig,
): z.input<typeof AsyncInvokeConfig> {
  return { service: serviceName, function: functionName, qualifier, createdTime, lastModifiedTime, ...settings }
}

/** The resource of an on-demand configuration (F9). */
export function toOnDemandResource({ serviceName, functionName, qualifier }: Names): string {
  return `services/${serviceName}.${qualifier}/functions/${functionName}`
}

export function toOnDemandConfigResponse(
  names: Names,
  { settings }: StoredOnDemandConfig,
): z.input<typeof OnDemandConfig> {
  return { resource: toOnDemandResource(names), ...settings }
}

/** The resource of a provision configuration (F9). */
export function toProvisionResource({ serviceName, functionName, qualifier }: Names, account: string): string {
  return [account, serviceName, qualifier, functionName].join('#')
}

/** `target` is the one of the scheduled actions and policies, as soon as they apply. */
export function toProvisionConfigResponse(
  names: Names,
  config: StoredProvisionConfig,
  now: number,
): z.input<typeof ProvisionConfig> {
  return {
    resource: toProvisionResource(names, config.account),
    scheduledActions: [],
    targetTrackingPolicies: [],
    ...config.settings,
    ...toInstances(config, now),
  }
}
