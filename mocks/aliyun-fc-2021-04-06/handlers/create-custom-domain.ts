import type { createCustomDomain as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/create-custom-domain.ts'
import { toAccountId } from '../../aliyun-fc/account.ts'
import { putDomain } from '../../aliyun-fc/domains.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toSecondTime } from '../../aliyun-fc/time.ts'
import { toDomainResponse } from '../domain-response.ts'

export const createCustomDomain: FcHandler<typeof operation> = ({ body, state, clock, namespace, apiError }) => {
  const { domainName, ...settings } = body
  if (state.current.domains.get(domainName)) {
    throw apiError('DomainNameAlreadyExists', `domain name '${domainName}' already exists`)
  }
  const now = toSecondTime(clock.now())
  const domain = {
    domainName,
    accountId: toAccountId(namespace),
    createdTime: now,
    lastModifiedTime: now,
    settings: { protocol: 'HTTP', ...settings },
  } as const
  putDomain(state, domain)
  return { status: 200, body: toDomainResponse(domain) }
}
