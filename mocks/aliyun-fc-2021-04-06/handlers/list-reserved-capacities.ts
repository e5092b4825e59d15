import type { listReservedCapacities as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-reserved-capacities.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toListPage } from '../../aliyun-fc/list.ts'

export const listReservedCapacities: FcHandler<typeof operation> = ({ query, state, apiError }) => {
  const paging = { limit: Number(query.limit ?? defaultLimit), nextToken: query.nextToken }
  const all = { prefix: undefined, startKey: undefined }
  const { items, ...next } = toListPage(
    'reserved capacities',
    state.current.reservedCapacities,
    { ...paging, ...all },
    apiError,
  )
  return { status: 200, body: { reservedCapacities: items, ...next } }
}

/** FC-DEF states none. It is the default of other lists (E28). */
const defaultLimit = 20
