import type { claimGpuInstance as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/claim-gpu-instance.ts'
import type { StoredGpuInstance } from '../../aliyun-fc/account-resources.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toGoTime } from '../../aliyun-fc/time.ts'
import { put, type SortedMap } from '../../core/sorted-map.ts'

export const claimGpuInstance: FcHandler<typeof operation> = ({ body, state, clock, ids }) => {
  const { gpuInstances } = state.current
  const response = {
    publicIp: toFreeAddress(gpuInstances),
    instanceId: `i-${ids.etag().slice(0, 20)}`,
    createdTime: toGoTime(clock.now()),
  }
  const stored = put(gpuInstances, response.instanceId, { ...response, settings: body })
  state.current = { ...state.current, gpuInstances: stored }
  return { status: 200, body: response }
}

/** The first address that no instance has. If all are in use, the last one is shared. */
function toFreeAddress(instances: SortedMap<StoredGpuInstance>): string {
  const used = new Set([...instances.entries()].map(([, { publicIp }]) => publicIp))
  for (let host = 1; host < lastHost; host += 1) {
    const address = `${documentationBlock}.${host}`
    if (!used.has(address)) return address
  }
  return `${documentationBlock}.${lastHost}`
}

/** RFC 5737 reserves this block for documentation, so that nothing connects to an address of it. */
const documentationBlock = '203.0.113'
const lastHost = 254
