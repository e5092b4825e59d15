import type { updateCustomDomain as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/update-custom-domain.ts'
import { findDomain, putDomain } from '../../aliyun-fc/domains.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toSecondTime } from '../../aliyun-fc/time.ts'
import { toDomainResponse } from '../domain-response.ts'

/** A field in the request replaces the whole existing value. */
export const updateCustomDomain: FcHandler<typeof operation> = ({ path, body, state, clock, apiError }) => {
  const before = findDomain(state.current, path.domainName, apiError)
  const domain = {
    ...before,
    lastModifiedTime: toSecondTime(clock.now()),
    settings: { ...before.settings, ...body },
  }
  putDomain(state, domain)
  return { status: 200, body: toDomainResponse(domain) }
}
