import type { z } from 'zod'
import type { AliasResponse } from '../../schemas/aliyun-fc-2016-08-15/models/alias.ts'
import { FunctionModel, FunctionResponse } from '../../schemas/aliyun-fc-2016-08-15/models/function.ts'
import { ServiceResponse, type ServiceSummary } from '../../schemas/aliyun-fc-2016-08-15/models/service.ts'
import type { TriggerResponse } from '../../schemas/aliyun-fc-2016-08-15/models/trigger.ts'
import type { VersionResponse } from '../../schemas/aliyun-fc-2016-08-15/models/version.ts'
import { pickValid } from '../aliyun-fc/pick-valid.ts'
import type {
  FunctionSettings,
  ServiceContent,
  StoredAlias,
  StoredFunction,
  StoredTrigger,
  StoredVersion,
} from '../aliyun-fc/stored.ts'

/**
 * A service as operations on one service return it. Clients expect a value of these settings (W16). Values that only the
 * later API accepts are omitted.
 */
export function toServiceResponse(service: ServiceContent): z.input<typeof ServiceResponse> {
  const { logConfig, tracingConfig, vpcConfig, nasConfig, ossMountConfig: _, ...settings } = service.settings
  return {
    serviceId: service.serviceId,
    serviceName: service.serviceName,
    description: '',
    role: '',
    internetAccess: true,
    ...settings,
    vpcConfig: shape.vpcConfig.safeParse(vpcConfig).data,
    nasConfig: shape.nasConfig.safeParse(nasConfig).data,
    logConfig: toLogConfig(logConfig),
    ...(tracingConfig && { tracingConfig: { ...noTracing, ...tracingConfig } }),
    createdTime: service.createdTime,
    lastModifiedTime: service.lastModifiedTime,
  }
}

const { shape } = ServiceResponse

const noTracing: Readonly<Record<string, unknown>> = { type: null, params: null }

type LogConfig = z.output<typeof ServiceResponse>['logConfig']

function toLogConfig(given: LogConfig): LogConfig {
  const hasMetrics = given?.enableRequestMetrics !== undefined || given?.enableInstanceMetrics !== undefined
  const metrics = hasMetrics && { enableRequestMetrics: false, enableInstanceMetrics: false }
  return { project: '', logstore: '', ...metrics, ...given }
}

/** A service in a list. Source 004 omits `nasConfig`. */
export function toServiceSummary(service: ServiceContent): z.input<typeof ServiceSummary> {
  const { nasConfig: _, ...summary } = toServiceResponse(service)
  return summary
}

export function toFunctionResponse(stored: StoredFunction): z.input<typeof FunctionResponse> {
  return {
    functionId: stored.functionId,
    functionName: stored.functionName,
    description: '',
    initializer: null,
    ...stored.settings,
    ...pickValid(FunctionResponse.shape, stored.later),
    runtime: toRuntime(stored.settings.runtime),
    environmentVariables: stored.settings.environmentVariables ?? {},
    ...toAcceleration(stored.settings.customContainerConfig),
    codeSize: stored.code.size,
    codeChecksum: stored.code.checksum,
    createdTime: stored.createdTime,
    lastModifiedTime: stored.lastModifiedTime,
  }
}

/** The mock accelerates an image immediately. Clients read the status (W16). */
function toAcceleration(config: FunctionSettings['customContainerConfig']) {
  if (config?.accelerationType !== 'Default') return {}
  return { customContainerConfig: { ...config, accelerationInfo: { status: 'Ready' } } }
}

type Runtime = z.output<typeof FunctionModel>['runtime']

/** A runtime that only the later API has is omitted, because this API does not document it. */
function toRuntime(runtime: FunctionSettings['runtime']): Runtime | undefined {
  return runtimes.find((known) => known === runtime)
}

const runtimes: readonly Runtime[] = FunctionModel.shape.runtime.options

export function toTriggerResponse({ settings, ...trigger }: StoredTrigger): z.input<typeof TriggerResponse> {
  return {
    triggerId: trigger.triggerId,
    description: '',
    ...settings,
    // Observed (W7): HTTP triggers have no source, whatever the request contains.
    ...(settings.triggerType === 'http' && { sourceArn: null }),
    createdTime: trigger.createdTime,
    lastModifiedTime: trigger.lastModifiedTime,
  }
}

export function toVersionResponse(version: StoredVersion): z.input<typeof VersionResponse> {
  const { versionId, description = '', createdTime, lastModifiedTime } = version
  return { versionId, description, createdTime, lastModifiedTime }
}

/** An alias. Empty weights are omitted (observed). */
export function toAliasResponse({ etag: _, ...alias }: StoredAlias): z.input<typeof AliasResponse> {
  const { additionalVersionWeight, resolvePolicy: _policy, routePolicy: _routes, ...plain } = alias
  const hasWeights = Object.keys(additionalVersionWeight ?? {}).length > 0
  return { description: '', ...plain, ...(hasWeights && { additionalVersionWeight }) }
}
