import { fc2016 } from './scenario/aliyun-fc-2016-08-15.ts'
import { fc2021 } from './scenario/aliyun-fc-2021-04-06.ts'
import { functionGraph } from './scenario/huawei-functiongraph-v2.ts'
import type { Scenario } from './scenario/scenario.ts'

/** What every generated client must do, whatever its language: one program for each API, and what it must bring back. */
export const scenarios: readonly Scenario[] = [fc2016, fc2021, functionGraph]
