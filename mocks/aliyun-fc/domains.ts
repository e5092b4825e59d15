import type { ApiErrorOf } from '../core/handler.ts'
import { put } from '../core/sorted-map.ts'
import type { Cell } from '../core/store.ts'
import type { StoredDomain } from './account-resources.ts'
import type { FcState } from './state.ts'

/** The custom domain of a path. */
export function findDomain(
  { domains }: FcState,
  domainName: string,
  apiError: ApiErrorOf<'DomainNameNotFound'>,
): StoredDomain {
  const domain = domains.get(domainName)
  if (domain) return domain
  throw apiError('DomainNameNotFound', `domain name '${domainName}' does not exist`)
}

export function putDomain(state: Cell<FcState>, domain: StoredDomain): void {
  state.current = { ...state.current, domains: put(state.current.domains, domain.domainName, domain) }
}
