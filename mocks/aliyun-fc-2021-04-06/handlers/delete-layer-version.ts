import type { deleteLayerVersion as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/delete-layer-version.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findLayer, findLayerVersion } from '../../aliyun-fc/layers.ts'
import { toVersionKey } from '../../aliyun-fc/versions.ts'
import { put } from '../../core/sorted-map.ts'

/** A layer stays without versions, so that its next version gets the next number (E35). */
export const deleteLayerVersion: FcHandler<typeof operation> = ({ path, state, apiError }) => {
  const layer = findLayer(state.current.layers, path.layerName, apiError)
  const { version } = findLayerVersion(layer, path.version, apiError)
  const versions = layer.versions.without(toVersionKey(String(version)))
  const layers = put(state.current.layers, layer.layerName, { ...layer, versions })
  state.current = { ...state.current, layers }
  return { status: 200 }
}
