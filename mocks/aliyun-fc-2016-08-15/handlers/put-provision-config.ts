import type { putProvisionConfig as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/put-provision-config.ts'
import { toAccountId } from '../../aliyun-fc/account.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toNames } from '../../aliyun-fc/lookup.ts'
import { putProvisionConfig as put } from '../../aliyun-fc/provision-configs.ts'

export const putProvisionConfig: FcHandler<typeof operation> = ({ path, header, body, namespace, ...work }) => {
  const caller = { ifMatch: header['If-Match'], account: toAccountId(namespace) }
  const config = put(work, toNames(work.state.current, path), caller, body)
  return { status: 200, headers: { ETag: config.etag }, body: config.body }
}
