import type { listLayers as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-layers.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toNewestVersions } from '../../aliyun-fc/layers.ts'
import { toListPage } from '../../aliyun-fc/list.ts'
import { toSortedMap } from '../../core/sorted-map.ts'
import { toLayerResponse } from '../layer-response.ts'

export const listLayers: FcHandler<typeof operation> = ({ query, state, apiError }) => {
  const { layers, officialLayers } = state.current
  const kind = query.official ? 'official' : query.public ? 'public' : 'own'
  const listed = toNewestVersions(query.official ? officialLayers : layers)
    .filter(({ layer }) => kind !== 'public' || layer.isPublic)
    .map((entry) => [entry.layer.layerName, entry] as const)
  const { items, ...next } = toListPage(`layers ${kind}`, toSortedMap(listed), query, apiError)
  const page = items.map(({ layer, newest }) => toLayerResponse(layer, newest))
  return { status: 200, body: { layers: page, ...next } }
}
