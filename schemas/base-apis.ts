import { base as aliyunFc20160815 } from './aliyun-fc-2016-08-15/base.ts'
import { base as aliyunFc20210406 } from './aliyun-fc-2021-04-06/base.ts'
import type { BaseApi } from './core/api.ts'
import { base as huaweiFunctionGraphV2 } from './huawei-functiongraph-v2/base.ts'

/** Every API of the project without its list of models and its quirks, in the order in which lists show them. */
export const baseApis: readonly BaseApi[] = [aliyunFc20160815, aliyunFc20210406, huaweiFunctionGraphV2]
