import { fc2016 } from './scenario/aliyun-fc-2016-08-15.ts'
import { fc2021 } from './scenario/aliyun-fc-2021-04-06.ts'
import { functionGraph } from './scenario/huawei-functiongraph-v2.ts'
import type { Scenario } from './scenario/scenario.ts'

/** The scenario of each API, which generated clients in all languages run. */
export const scenarios: readonly Scenario[] = [fc2016, fc2021, functionGraph]
