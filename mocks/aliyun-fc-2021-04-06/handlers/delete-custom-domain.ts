import type { deleteCustomDomain as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/delete-custom-domain.ts'
import { dropDomain } from '../../aliyun-fc/domains.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'

export const deleteCustomDomain: FcHandler<typeof operation> = ({ path, ...work }) => {
  dropDomain(work, path.domainName)
  return { status: 204 }
}
