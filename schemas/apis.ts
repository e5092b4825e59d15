import { aliyunFc20160815 } from './aliyun-fc-2016-08-15/api.ts'
import { aliyunFc20210406 } from './aliyun-fc-2021-04-06/api.ts'
import type { ApiWithQuirks } from './core/api.ts'
import { huaweiFunctionGraphV2 } from './huawei-functiongraph-v2/api.ts'

/** Every API of the project, in the order in which lists show them. */
export const apis: readonly ApiWithQuirks[] = [aliyunFc20160815, aliyunFc20210406, huaweiFunctionGraphV2]
