import type { getProvisionConfig as operation } from '../../../schemas/aliyun-fc-2016-08-15/operations/get-provision-config.ts'
import { toAccountId } from '../../aliyun-fc/account.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { toNames } from '../../aliyun-fc/lookup.ts'
import { getProvisionConfig as get } from '../../aliyun-fc/provision-configs.ts'

export const getProvisionConfig: FcHandler<typeof operation> = ({ path, namespace, ...work }) => {
  const config = get(work, toNames(work.state.current, path), toAccountId(namespace))
  return { status: 200, headers: { ETag: config.etag }, body: config.body }
}
