import type { deleteCustomDomain as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/delete-custom-domain.ts'
import { findDomain } from '../../aliyun-fc/domains.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const deleteCustomDomain: FcHandler<typeof operation> = ({ path, state, apiError }) => {
  const { domainName } = findDomain(state.current, path.domainName, apiError)
  state.current = { ...state.current, domains: state.current.domains.without(domainName) }
  return { status: 204 }
}
