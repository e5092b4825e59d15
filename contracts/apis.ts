import { apis } from '../schemas/apis.ts'
import { aliyunFc20160815Contract } from './aliyun-fc-2016-08-15/contract.ts'
import { aliyunFc20210406Contract } from './aliyun-fc-2021-04-06/contract.ts'
import type { Contract } from './core/contract.ts'
import { WrongUseError } from './core/exit-codes.ts'

const written: readonly Contract[] = [aliyunFc20160815Contract, aliyunFc20210406Contract]

/** The contract of every API, in the order of the APIs; one without checks so far has an empty list of them. */
export const contracts: readonly Contract[] = apis.map(
  (api) => written.find((contract) => contract.api.id === api.id) ?? { api, resources: [], checks: [] },
)

/** The contract of an API by its id; throws {@link WrongUseError} where there is none. */
export function findContract(apiId: string): Contract {
  const contract = contracts.find(({ api }) => api.id === apiId)
  if (contract) return contract
  const known = contracts.map(({ api }) => api.id).join(', ')
  throw new WrongUseError(`there is no API ${JSON.stringify(apiId)}; there are ${known}`)
}
