import type { listCustomDomains as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-custom-domains.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toListPage } from '../../aliyun-fc/list.ts'
import { toDomainResponse } from '../domain-response.ts'

export const listCustomDomains: FcHandler<typeof operation> = ({ query, state, apiError }) => {
  const { items, ...next } = toListPage('custom domains', state.current.domains, query, apiError)
  return { status: 200, body: { customDomains: items.map(toDomainResponse), ...next } }
}
