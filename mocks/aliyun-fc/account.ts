import type { z } from 'zod'
import type { GetAccountSettingsOutput } from '../../schemas/aliyun-fc/models/account-settings.ts'
import type { ListReservedCapacitiesOutput } from '../../schemas/aliyun-fc/models/reserved-capacity.ts'
import { variables } from '../../schemas/aliyun-fc/server.ts'
import { readStateKey } from '../core/namespace-name.ts'
import { type PageQuery, toListPage } from './list.ts'
import type { FcState } from './state.ts'
import type { Work } from './work.ts'

/** The account of a request that names none. */
export const defaultAccount: string = variables.accountId.default

/** The account of a request, from the `namespace` of a handler. Requests without an account have that of the documents. */
export function toAccountId(namespace: string): string {
  return readStateKey(namespace).account ?? defaultAccount
}

/** The region of all resources: the one in the documents. The mock serves all regions from one state. */
export const regionId: string = variables.region.default

export function toAccountSettings(
  { accountSettings }: FcState,
  namespace: string,
): z.input<typeof GetAccountSettingsOutput> {
  return {
    availableAZs: ['f', 'g'].map((zone) => `${regionId}-${zone}`),
    defaultRole: `acs:ram::${toAccountId(namespace)}:role/aliyunfcdefaultrole`,
    ...accountSettings,
  }
}

export function listReservedCapacities(
  { state, apiError }: Pick<Work<'InvalidArgument'>, 'state' | 'apiError'>,
  query: PageQuery,
): z.input<typeof ListReservedCapacitiesOutput> {
  const { items, ...next } = toListPage('reserved capacities', state.current.reservedCapacities, query, apiError)
  return { reservedCapacities: items, ...next }
}
