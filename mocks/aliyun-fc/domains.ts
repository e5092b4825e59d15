import type { z } from 'zod'
import type {
  CreateCustomDomainInput,
  ListCustomDomainsOutput,
  UpdateCustomDomainInput,
} from '../../schemas/aliyun-fc/models/custom-domain.ts'
import type { ApiErrorOf } from '../core/handler.ts'
import { put } from '../core/sorted-map.ts'
import type { Cell } from '../core/store.ts'
import type { StoredDomain } from './account-resources.ts'
import { toAccountId } from './account.ts'
import { toDomainResponse } from './domain-response.ts'
import { type ListQuery, toListPage } from './list.ts'
import type { FcState } from './state.ts'
import { toSecondTime } from './time.ts'
import type { Work } from './work.ts'

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

function putDomain(state: Cell<FcState>, domain: StoredDomain): void {
  state.current = { ...state.current, domains: put(state.current.domains, domain.domainName, domain) }
}

export function addDomain(
  { state, clock, namespace, apiError }: Omit<Work<'DomainNameAlreadyExists'>, 'ids'> & { readonly namespace: string },
  { domainName, ...settings }: z.output<typeof CreateCustomDomainInput>,
): StoredDomain {
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
  return domain
}

/** A field in the request replaces the whole existing value. */
export function changeDomain(
  { state, clock, apiError }: Omit<Work<'DomainNameNotFound'>, 'ids'>,
  domainName: string,
  changes: z.output<typeof UpdateCustomDomainInput>,
): StoredDomain {
  const before = findDomain(state.current, domainName, apiError)
  const domain = {
    ...before,
    lastModifiedTime: toSecondTime(clock.now()),
    settings: { ...before.settings, ...changes },
  }
  putDomain(state, domain)
  return domain
}

export function dropDomain(
  { state, apiError }: Pick<Work<'DomainNameNotFound'>, 'state' | 'apiError'>,
  name: string,
): void {
  const { domainName } = findDomain(state.current, name, apiError)
  state.current = { ...state.current, domains: state.current.domains.without(domainName) }
}

export function listDomains(
  { state, apiError }: Pick<Work<'InvalidArgument'>, 'state' | 'apiError'>,
  query: ListQuery,
): z.input<typeof ListCustomDomainsOutput> {
  const { items, ...next } = toListPage('custom domains', state.current.domains, query, apiError)
  return { customDomains: items.map(toDomainResponse), ...next }
}
