import type { releaseGpuInstance as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/release-gpu-instance.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const releaseGpuInstance: FcHandler<typeof operation> = ({ path, state, apiError }) => {
  const { gpuInstances } = state.current
  if (!gpuInstances.get(path.instanceId)) {
    throw apiError('InstanceNotFound', `instance '${path.instanceId}' does not exist`)
  }
  state.current = { ...state.current, gpuInstances: gpuInstances.without(path.instanceId) }
  return { status: 204 }
}
