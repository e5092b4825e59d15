import type { claimGpuInstance as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/claim-gpu-instance.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toSecondTime } from '../../aliyun-fc/time.ts'
import { put } from '../../core/sorted-map.ts'

export const claimGpuInstance: FcHandler<typeof operation> = ({ body, state, clock, ids }) => {
  const { gpuInstances } = state.current
  const instance = {
    instanceId: `i-${ids.etag().slice(0, 20)}`,
    publicIp: `${documentationBlock}.${(gpuInstances.size % 254) + 1}`,
    createdTime: toSecondTime(clock.now()),
    settings: body,
  }
  state.current = { ...state.current, gpuInstances: put(gpuInstances, instance.instanceId, instance) }
  const { settings: _, ...response } = instance
  return { status: 200, body: response }
}

/** RFC 5737 reserves this block for documentation, so that nothing connects to the address. */
const documentationBlock = '203.0.113'
