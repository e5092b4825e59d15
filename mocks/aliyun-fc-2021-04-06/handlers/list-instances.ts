import type { listInstances as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-instances.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toInstanceIds } from '../../aliyun-fc/instances.ts'
import { findFunction, findOfVersion, latest } from '../../aliyun-fc/lookup.ts'

/** For an alias, the instances of its main version are returned. */
export const listInstances: FcHandler<typeof operation> = ({ path, query, state, clock, apiError }) => {
  const { serviceName, functionName } = path
  const { instanceIds, limit } = query
  const qualifier = query.qualifier || latest
  const { service, versionId } = findOfVersion(state.current, { serviceName, qualifier }, apiError)
  const { functionId } = findFunction(service, functionName, apiError)
  const place = { serviceName, functionName, functionId, versionId, qualifier }
  const instances = toInstanceIds(state.current, place, clock.now())
    .filter((instanceId) => instanceIds === undefined || instanceIds.includes(instanceId))
    .slice(0, limit)
    .map((instanceId) => ({ instanceId, versionId: versionId === latest ? '0' : versionId }))
  return { status: 200, body: { instances } }
}
