import type { listInstances as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-instances.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toAvailableInstances } from '../../aliyun-fc/instances.ts'
import { findFunction, findQualified, latest } from '../../aliyun-fc/lookup.ts'

/** An alias has the instances of its main version. */
export const listInstances: FcHandler<typeof operation> = ({ path, query, state, clock, apiError }) => {
  const { serviceName, functionName } = path
  const { service, versionId } = findQualified(state.current, { serviceName, qualifier: query.qualifier }, apiError)
  const { functionId } = findFunction(service, functionName, apiError)
  const { instanceIds, limit } = query
  const instances = toAvailableInstances(
    state.current,
    { serviceName, functionName, functionId, versionId },
    clock.now(),
  )
    .filter(({ instanceId }) => instanceIds === undefined || instanceIds.includes(instanceId))
    .slice(0, limit)
  return {
    status: 200,
    body: {
      instances: instances.map(({ instanceId }) => ({ instanceId, versionId: versionId === latest ? '0' : versionId })),
    },
  }
}
