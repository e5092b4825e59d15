import type { z } from 'zod'
import type { Alias } from '../../schemas/aliyun-fc-2021-04-06/models/alias.ts'
import { FunctionModel } from '../../schemas/aliyun-fc-2021-04-06/models/function.ts'
import { Service } from '../../schemas/aliyun-fc-2021-04-06/models/service.ts'
import type { Version } from '../../schemas/aliyun-fc-2021-04-06/models/version.ts'
import { pickValid } from '../aliyun-fc/pick-valid.ts'
import type {
  ServiceContent,
  ServiceSettings,
  StoredAlias,
  StoredFunction,
  StoredVersion,
} from '../aliyun-fc/stored.ts'

/** A service in a response. Values that only the earlier API accepts are omitted. */
export function toServiceResponse(service: ServiceContent): z.input<typeof Service> {
  const { description = '', role = '', internetAccess = true, logConfig, nasConfig, ...settings } = service.settings
  return {
    serviceId: service.serviceId,
    serviceName: service.serviceName,
    description,
    role,
    internetAccess,
    logConfig: { project: '', logstore: '', ...Service.shape.logConfig.safeParse(logConfig).data },
    ...pickValid(Service.shape, { ...settings, nasConfig: toNumericIds(nasConfig) }),
    createdTime: service.createdTime,
    lastModifiedTime: service.lastModifiedTime,
  } as z.input<typeof Service> // the model has just accepted the settings
}

/** FC 2016 accepts ids as text. */
function toNumericIds(config: ServiceSettings['nasConfig']): ServiceSettings['nasConfig'] {
  if (!config) return undefined
  const { userId, groupId, ...others } = config
  return {
    ...others,
    ...(userId !== undefined && { userId: Number(userId) }),
    ...(groupId !== undefined && { groupId: Number(groupId) }),
  } as ServiceSettings['nasConfig']
}

export function toVersionResponse(version: StoredVersion): z.input<typeof Version> {
  const { versionId, description = '', createdTime, lastModifiedTime } = version
  return { versionId, description, createdTime, lastModifiedTime }
}

/** An alias. Empty weights are omitted (observed). */
export function toAliasResponse({ etag: _, ...alias }: StoredAlias): z.input<typeof Alias> {
  const { additionalVersionWeight, ...plain } = alias
  const hasWeights = Object.keys(additionalVersionWeight ?? {}).length > 0
  return { description: '', resolvePolicy: 'Random', ...plain, ...(hasWeights && { additionalVersionWeight }) }
}

/** A function in a response. Values that only the earlier API accepts are omitted. */
export function toFunctionResponse(stored: StoredFunction): z.input<typeof FunctionModel> {
  const { instanceType, initializationTimeout, customContainerConfig, ...settings } = stored.settings
  return {
    functionId: stored.functionId,
    functionName: stored.functionName,
    description: '',
    ...settings,
    instanceType: shape.instanceType.safeParse(instanceType).data,
    initializationTimeout: shape.initializationTimeout.safeParse(initializationTimeout).data,
    ...toContainer(customContainerConfig),
    environmentVariables: settings.environmentVariables ?? {},
    ...pickValid(shape, stored.later),
    ...toLayersArnV2(settings.layers),
    codeSize: stored.code.size,
    codeChecksum: stored.code.checksum,
    createdTime: stored.createdTime,
    lastModifiedTime: stored.lastModifiedTime,
  }
}

/** The mock accelerates an image immediately. */
function toContainer(given: unknown) {
  const config = shape.customContainerConfig.safeParse(given).data
  if (config?.accelerationType !== 'Default') return { customContainerConfig: config }
  return { customContainerConfig: { ...config, accelerationInfo: { status: 'Ready' as const } } }
}

const { shape } = FunctionModel

/** Layers are returned as they were sent. Layers that were sent as resource names are also in this list (B8, B9). */
function toLayersArnV2(layers: readonly string[] = []): { layersArnV2?: string[] } {
  const layersArnV2 = layers.filter((layer) => /^acs:fc:[^:]*:[^:]*:layers\/[^/]+\/versions\/[^/]+$/.test(layer))
  return layersArnV2.length > 0 ? { layersArnV2 } : {}
}
