import { resources as aliyunFc20160815 } from './aliyun-fc-2016-08-15/resources.ts'
import { resources as aliyunFc20210406 } from './aliyun-fc-2021-04-06/resources.ts'
import type { Resource } from './core/resource.ts'
import { resources as huaweiFunctionGraphV2 } from './huawei-functiongraph-v2/resources.ts'

/** The resources of every API, by the API's id. */
export const resources: Readonly<Record<string, readonly Resource[]>> = {
  'aliyun-fc-2016-08-15': aliyunFc20160815,
  'aliyun-fc-2021-04-06': aliyunFc20210406,
  'huawei-functiongraph-v2': huaweiFunctionGraphV2,
}
