import { fc2016 } from './scenario/aliyun-fc-2016-08-15.ts'
import type { Scenario } from './scenario/scenario.ts'

/** What every generated client must do, whatever its language: one program for each API, and what it must bring back. */
export const scenarios: readonly Scenario[] = [fc2016]
