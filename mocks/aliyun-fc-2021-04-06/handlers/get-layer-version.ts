import type { getLayerVersion as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-layer-version.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findLayer, findLayerVersion } from '../../aliyun-fc/layers.ts'
import { toLayerAddress } from '../layer-address.ts'
import { toLayerResponse } from '../layer-response.ts'

/** A layer of the account hides an official layer with the same name. */
export const getLayerVersion: FcHandler<typeof operation> = (context) => {
  const { path, state, apiError } = context
  const { layers, officialLayers } = state.current
  const isOfficial = !layers.get(path.layerName)?.versions.size && officialLayers.get(path.layerName) !== undefined
  const layer = findLayer(isOfficial ? officialLayers : layers, path.layerName, apiError)
  const version = findLayerVersion(layer, path.version, apiError)
  const response = toLayerResponse(layer, version)
  const code = { ...response.code, location: toLayerAddress(isOfficial ? 'official' : 'own', layer, version, context) }
  return { status: 200, headers: { ETag: version.etag }, body: { ...response, code } }
}
