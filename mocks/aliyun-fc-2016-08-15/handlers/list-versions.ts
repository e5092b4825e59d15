import type { listVersions as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/list-versions.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { findService } from '../../aliyun-fc/lookup.ts'
import { toVersionPage } from '../../aliyun-fc/versions.ts'
import { toVersionAnswer } from '../responses.ts'

export const listVersions: FcHandler<typeof operation> = ({ path, query, state, fault }) => {
  const service = findService(state.current, path.serviceName, fault)
  const { items, ...rest } = toVersionPage(service, query, fault)
  return { status: 200, body: { versions: items.map(toVersionAnswer), ...rest } }
}
