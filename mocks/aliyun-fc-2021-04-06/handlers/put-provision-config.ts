import type { putProvisionConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/put-provision-config.ts'
import { findConfigPlace } from '../../aliyun-fc/config-place.ts'
import { toQualifierConfigs } from '../../aliyun-fc/configs.ts'
import { putQualifierConfigs } from '../../aliyun-fc/put-configs.ts'
import type { StoredProvisionConfig } from '../../aliyun-fc/stored-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { refuseStale } from '../../aliyun-fc/lookup.ts'
import { initialEtag, refuseInvalidRules, toInstances } from '../../aliyun-fc/provision.ts'
import { defaultAccount } from '../../aliyun-fc/tags.ts'
import { toProvisionConfigResponse } from '../configs.ts'

/** Rules that the request does not contain stay (observed). */
export const putProvisionConfig: FcHandler<typeof operation> = ({
  path,
  query,
  header,
  body,
  state,
  clock,
  ids,
  apiError,
}) => {
  const { service, functionName, qualifier } = findConfigPlace(state.current, path, query.qualifier, apiError)
  const before = toQualifierConfigs(service, functionName, qualifier).provision
  refuseStale(header['If-Match'], before?.etag ?? initialEtag, apiError)
  refuseInvalidRules(body, apiError)
  const now = clock.now()
  const provision: StoredProvisionConfig = {
    etag: ids.etag(),
    account: header['X-Fc-Account-Id'] ?? before?.account ?? defaultAccount,
    settings: { ...before?.settings, ...body },
    changedAt: now,
    currentAtChange: before ? toInstances(before, now).current : 0,
  }
  putQualifierConfigs(state, service, { functionName, qualifier }, { provision })
  return {
    status: 200,
    headers: { ETag: provision.etag },
    body: toProvisionConfigResponse({ ...path, qualifier }, provision, now),
  }
}
