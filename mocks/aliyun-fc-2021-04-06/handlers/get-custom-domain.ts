import type { getCustomDomain as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-custom-domain.ts'
import { findDomain } from '../../aliyun-fc/domains.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toDomainResponse } from '../domain-response.ts'

export const getCustomDomain: FcHandler<typeof operation> = ({ path, state, apiError }) => {
  const domain = findDomain(state.current, path.domainName, apiError)
  return { status: 200, body: toDomainResponse(domain) }
}
