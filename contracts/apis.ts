import { aliyunFc20160815Contract } from './aliyun-fc-2016-08-15/contract.ts'
import { aliyunFc20210406Contract } from './aliyun-fc-2021-04-06/contract.ts'
import type { Contract } from './core/contract.ts'
import { WrongUseError } from './core/exit-codes.ts'
import { huaweiFunctionGraphV2Contract } from './huawei-functiongraph-v2/contract.ts'

/** The contract of every API, in the order of the APIs. */
export const contracts: readonly Contract[] = [
  aliyunFc20160815Contract,
  aliyunFc20210406Contract,
  huaweiFunctionGraphV2Contract,
]

/** The contract of an API by its id; throws {@link WrongUseError} where there is none. */
export function findContract(apiId: string): Contract {
  const contract = contracts.find(({ api }) => api.id === apiId)
  if (contract) return contract
  const known = contracts.map(({ api }) => api.id).join(', ')
  throw new WrongUseError(`there is no API ${JSON.stringify(apiId)}; there are ${known}`)
}
