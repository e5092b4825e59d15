import type { listServices as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-services.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toListPage } from '../../aliyun-fc/list.ts'
import { toServiceResponse } from '../responses.ts'

export const listServices: FcHandler<typeof operation> = ({ query, state, namespace, apiError }) => {
  const { items, ...next } = toListPage(`services of ${namespace}`, state.current.services, query, apiError)
  return { status: 200, body: { services: items.map(toServiceResponse), ...next } }
}
