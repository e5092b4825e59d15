import type { z } from 'zod'
import { FunctionModel } from '../../schemas/aliyun-fc-2021-04-06/models/function.ts'
import { pickValid } from '../aliyun-fc/pick-valid.ts'
import type { StoredFunction } from '../aliyun-fc/stored.ts'

/** A function as both operations return it. Values that only the earlier API accepts are omitted. */
export function toFunctionResponse(stored: StoredFunction): z.input<typeof FunctionModel> {
  const { instanceType, initializationTimeout, customContainerConfig, ...settings } = stored.settings
  return {
    functionId: stored.functionId,
    functionName: stored.functionName,
    description: '',
    ...settings,
    instanceType: shape.instanceType.safeParse(instanceType).data,
    initializationTimeout: shape.initializationTimeout.safeParse(initializationTimeout).data,
    customContainerConfig: shape.customContainerConfig.safeParse(customContainerConfig).data,
    environmentVariables: settings.environmentVariables ?? {},
    ...pickValid(shape, stored.later),
    ...toLayersArnV2(settings.layers),
    codeSize: stored.code.size,
    codeChecksum: stored.code.checksum,
    createdTime: stored.createdTime,
    lastModifiedTime: stored.lastModifiedTime,
  }
}

const { shape } = FunctionModel

/** Layers are returned as they were sent. Layers that were sent as resource names are also in this list (B8, B9). */
function toLayersArnV2(layers: readonly string[] = []): { layersArnV2?: string[] } {
  const layersArnV2 = layers.filter((layer) => /^acs:fc:[^:]*:[^:]*:layers\/[^/]+\/versions\/[^/]+$/.test(layer))
  return layersArnV2.length > 0 ? { layersArnV2 } : {}
}
