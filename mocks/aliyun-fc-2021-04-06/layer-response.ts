import type { z } from 'zod'
import type { CreateLayerVersionOutput, Layer } from '../../schemas/aliyun-fc-2021-04-06/models/layer.ts'
import { regionId } from '../aliyun-fc/account.ts'
import type { StoredLayer, StoredLayerVersion } from '../aliyun-fc/layers.ts'

/** A version as lists return it: without the address of its code (E6). */
export function toLayerResponse(layer: StoredLayer, version: StoredLayerVersion): z.input<typeof Layer> {
  const { layerName, accountId } = layer
  return {
    ...toSharedFields(layer, version),
    codeSize: version.code.size,
    arnV2: `acs:fc:${regionId}:${accountId}:layers/${layerName}/versions/${version.version}`,
    ...(version.license !== undefined && { license: version.license }),
  }
}

/** The response of CreateLayerVersion, which has another field name for the size (E1) and no arnV2 (E9). */
export function toCreatedLayerResponse(
  layer: StoredLayer,
  version: StoredLayerVersion,
): z.input<typeof CreateLayerVersionOutput> {
  return { ...toSharedFields(layer, version), codesize: version.code.size }
}

function toSharedFields({ layerName, accountId, isPublic }: StoredLayer, stored: StoredLayerVersion) {
  const { version, settings, code, createTime } = stored
  return {
    layerName,
    version,
    description: settings.description ?? '',
    code: { repositoryType: 'OSS' },
    codeChecksum: code.checksum,
    createTime,
    acl: isPublic ? (1 as const) : (0 as const),
    compatibleRuntime: settings.compatibleRuntime ?? [],
    arn: `${accountId}#${layerName}#${version}`,
  }
}
