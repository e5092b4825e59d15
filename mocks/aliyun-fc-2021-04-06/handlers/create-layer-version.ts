import type { createLayerVersion as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/create-layer-version.ts'
import { toAccountId } from '../../aliyun-fc/account.ts'
import { toStoredCode } from '../../aliyun-fc/code.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { addLayerVersion } from '../../aliyun-fc/layers.ts'
import { toSecondTime } from '../../aliyun-fc/time.ts'
import { put } from '../../core/sorted-map.ts'
import { toLayerAddress } from '../layer-address.ts'
import { toCreatedLayerResponse } from '../layer-response.ts'

export const createLayerVersion: FcHandler<typeof operation> = (context) => {
  const { path, body, state, clock, ids, namespace, apiError } = context
  const { Code, ...settings } = body
  const before = state.current.layers.get(path.layerName)
  const { layer, version } = addLayerVersion(
    before,
    { ...path, accountId: toAccountId(namespace) },
    {
      createTime: toSecondTime(clock.now()),
      etag: ids.etag(),
      code: toStoredCode(Code, ids, apiError),
      settings,
    },
  )
  state.current = { ...state.current, layers: put(state.current.layers, layer.layerName, layer) }
  const response = toCreatedLayerResponse(layer, version)
  const code = { ...response.code, location: toLayerAddress('own', layer, version, context) }
  return { status: 200, headers: { ETag: version.etag }, body: { ...response, code } }
}
