import type { getCustomDomain as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-custom-domain.ts'
import { toDomainResponse } from '../../aliyun-fc/domain-response.ts'
import { findDomain } from '../../aliyun-fc/domains.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const getCustomDomain: FcHandler<typeof operation> = ({ path, state, apiError }) => ({
  status: 200,
  body: toDomainResponse(findDomain(state.current, path.domainName, apiError)),
})
