import { resources as fc2016Resources } from '../../schemas/aliyun-fc-2016-08-15/resources.ts'
import { verifiedFc20160815 } from '../../schemas/aliyun-fc-2016-08-15/verified.ts'
import { aliyunFc20210406 } from '../../schemas/aliyun-fc-2021-04-06/api.ts'
import { resources as fc2021Resources } from '../../schemas/aliyun-fc-2021-04-06/resources.ts'
import { huaweiFunctionGraphV2 } from '../../schemas/huawei-functiongraph-v2/api.ts'
import { resources as functionGraphResources } from '../../schemas/huawei-functiongraph-v2/resources.ts'
import type { Subject } from './sites/to-sites.ts'

/** Every API with its resources. */
export const subjects: readonly Subject[] = [
  { api: verifiedFc20160815, resources: fc2016Resources },
  { api: aliyunFc20210406, resources: fc2021Resources },
  { api: huaweiFunctionGraphV2, resources: functionGraphResources },
]
