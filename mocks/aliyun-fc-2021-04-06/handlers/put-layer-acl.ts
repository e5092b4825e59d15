import type { putLayerAcl as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/put-layer-acl.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findLayer } from '../../aliyun-fc/layers.ts'
import { put } from '../../core/sorted-map.ts'

export const putLayerAcl: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const layer = findLayer(state.current.layers, path.layerName, apiError)
  const layers = put(state.current.layers, layer.layerName, { ...layer, isPublic: query.public ?? false })
  state.current = { ...state.current, layers }
  return { status: 200 }
}
