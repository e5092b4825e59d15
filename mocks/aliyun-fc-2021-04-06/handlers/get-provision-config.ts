import type { getProvisionConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-provision-config.ts'
import { findConfigPlace } from '../../aliyun-fc/config-place.ts'
import { toQualifierConfigs } from '../../aliyun-fc/configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { initialEtag } from '../../aliyun-fc/provision.ts'
import { defaultAccount } from '../../aliyun-fc/tags.ts'
import { toProvisionConfigResponse, toProvisionResource } from '../configs.ts'

/** A function without a configuration has no provisioned instances (F27). */
export const getProvisionConfig: FcHandler<typeof operation> = ({ path, query, header, state, clock, apiError }) => {
  const { service, functionName, qualifier } = findConfigPlace(state.current, path, query.qualifier, apiError)
  const names = { ...path, qualifier }
  const config = toQualifierConfigs(service, functionName, qualifier).provision
  if (!config) {
    const resource = toProvisionResource(names, header['X-Fc-Account-Id'] ?? defaultAccount)
    return { status: 200, headers: { ETag: initialEtag }, body: { resource, target: 0, current: 0 } }
  }
  return {
    status: 200,
    headers: { ETag: config.etag },
    body: toProvisionConfigResponse(names, config, clock.now()),
  }
}
