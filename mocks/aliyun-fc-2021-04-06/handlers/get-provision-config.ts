import type { getProvisionConfig as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/get-provision-config.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { getProvisionConfig as get } from '../../aliyun-fc/provision-configs.ts'

export const getProvisionConfig: FcHandler<typeof operation> = ({ path, query, header, ...work }) => {
  const config = get(work, { ...path, qualifier: query.qualifier }, header['X-Fc-Account-Id'])
  return { status: 200, headers: { ETag: config.etag }, body: config.body }
}
