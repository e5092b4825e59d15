import type { listReservedCapacities as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/list-reserved-capacities.ts'
import { listReservedCapacities as list } from '../../aliyun-fc/account.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const listReservedCapacities: FcHandler<typeof operation> = ({ query, ...work }) => ({
  status: 200,
  body: list(work, query),
})
