import type { listLayerVersions as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-layer-versions.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findLayer } from '../../aliyun-fc/layers.ts'
import { toVersionKey } from '../../aliyun-fc/versions.ts'
import { toLayerResponse } from '../layer-response.ts'

export const listLayerVersions: FcHandler<typeof operation> = ({ path, query, state, apiError }) => {
  const { limit, startVersion = 0 } = query
  const layer = findLayer(state.current.layers, path.layerName, apiError)
  const page = []
  for (const [, version] of layer.versions.entries(toVersionKey(String(Math.max(0, startVersion))))) {
    if (page.length === limit) return { status: 200, body: { layers: page, nextVersion: version.version } }
    page.push(toLayerResponse(layer, version))
  }
  return { status: 200, body: { layers: page } }
}
