import type { putProvisionConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/put-provision-config.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { putProvisionConfig as put } from '../../aliyun-fc/provision-configs.ts'

export const putProvisionConfig: FcHandler<typeof operation> = ({ path, query, header, body, ...work }) => {
  const caller = { ifMatch: header['If-Match'], account: header['X-Fc-Account-Id'] }
  const config = put(work, { ...path, qualifier: query.qualifier }, caller, body)
  return { status: 200, headers: { ETag: config.etag }, body: config.body }
}
