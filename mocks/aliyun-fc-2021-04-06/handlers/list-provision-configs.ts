import type { listProvisionConfigs as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-provision-configs.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { listProvisionConfigs as list } from '../../aliyun-fc/provision-configs.ts'

export const listProvisionConfigs: FcHandler<typeof operation> = ({ query, ...work }) => ({
  status: 200,
  body: list(work, query),
})
