import type { listVpcBindings as operation } from '../../../schemas/aliyun-fc-2021-04-06/operations/list-vpc-bindings.ts'
import type { FcHandler } from '../../aliyun-fc/handler.ts'
import { listVpcIds } from '../../aliyun-fc/vpc-bindings.ts'

export const listVpcBindings: FcHandler<typeof operation> = ({ path, ...work }) => ({
  status: 200,
  body: { vpcIds: listVpcIds(work, path.serviceName) },
})
