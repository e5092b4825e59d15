import { aliyunFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/api.ts'
import type { Contract } from '../core/contract.ts'
import { createFunctionChecks } from './create-function.ts'
import { createServiceChecks } from './create-service.ts'
import { functionResource, serviceResource } from './resources.ts'

/** The checks of FC 2016-08-15. */
export const aliyunFc20160815Contract: Contract = {
  api: aliyunFc20160815,
  probe: aliyunFc20160815.operations.listServices,
  resources: [serviceResource, functionResource],
  checks: [...createServiceChecks, ...createFunctionChecks],
}
