import type { z } from 'zod'
import type { AliasResponse } from '../../schemas/aliyun-fc-2016-08-15/models/alias.ts'
import { FunctionModel, type FunctionResponse } from '../../schemas/aliyun-fc-2016-08-15/models/function.ts'
import type { ServiceResponse, ServiceSummary } from '../../schemas/aliyun-fc-2016-08-15/models/service.ts'
import type { TriggerResponse } from '../../schemas/aliyun-fc-2016-08-15/models/trigger.ts'
import type { VersionResponse } from '../../schemas/aliyun-fc-2016-08-15/models/version.ts'
import type {
  FunctionSettings,
  ServiceContent,
  StoredAlias,
  StoredFunction,
  StoredTrigger,
  StoredVersion,
} from '../aliyun-fc/stored.ts'

/** A service as operations on one service return it. Its four settings always have a value. */
export function toServiceResponse(service: ServiceContent): z.input<typeof ServiceResponse> {
  return {
    serviceId: service.serviceId,
    serviceName: service.serviceName,
    description: '',
    role: '',
    logConfig: {},
    internetAccess: true,
    ...service.settings,
    createdTime: service.createdTime,
    lastModifiedTime: service.lastModifiedTime,
  }
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
    ...stored.settings,
    runtime: toRuntime(stored.settings.runtime),
    environmentVariables: stored.settings.environmentVariables ?? {},
    codeSize: stored.code.size,
    codeChecksum: stored.code.checksum,
    createdTime: stored.createdTime,
    lastModifiedTime: stored.lastModifiedTime,
  }
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
    ...settings,
    // Observed (W7): HTTP triggers have no source, whatever the request contains.
    ...(settings.triggerType === 'http' && { sourceArn: null }),
    createdTime: trigger.createdTime,
    lastModifiedTime: trigger.lastModifiedTime,
  }
}

export function toVersionResponse(version: StoredVersion): z.input<typeof VersionResponse> {
  const { versionId, description, createdTime, lastModifiedTime } = version
  return { versionId, description, createdTime, lastModifiedTime }
}

/** An alias. Empty weights are omitted (observed). */
export function toAliasResponse({ etag: _, ...alias }: StoredAlias): z.input<typeof AliasResponse> {
  const { additionalVersionWeight: weights, ...plain } = alias
  return weights && Object.keys(weights).length > 0 ? alias : plain
}
