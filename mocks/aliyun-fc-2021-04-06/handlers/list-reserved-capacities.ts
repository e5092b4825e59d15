import type { listReservedCapacities as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-reserved-capacities.ts'
import { listReservedCapacities as list } from '../../aliyun-fc/account.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const listReservedCapacities: FcHandler<typeof operation> = ({ query, ...work }) => ({
  status: 200,
  body: list(work, { limit: Number(query.limit ?? defaultLimit), nextToken: query.nextToken }),
})

/** FC-DEF states none. It is the default of other lists (E28). */
const defaultLimit = 20
