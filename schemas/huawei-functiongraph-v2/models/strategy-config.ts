import { z } from 'zod'

const concurrency = z.int().min(-1).max(1000)
const concurrencyMeta = {
  description: 'Maximum instances of the function. -1: no limit. 0: the function is disabled.',
  examples: [-1],
}
const concurrentNum = z.int().min(1).max(1000)
const concurrentNumMeta = {
  description: 'Maximum concurrent requests per instance.',
  examples: [1],
}

/** Source: 001 table 8. */
export const StrategyConfig = z
  .object({
    concurrency: concurrency.meta({ ...concurrencyMeta, 'x-quirk': ['D10', 'Y3'] }).optional(),
    concurrent_num: concurrentNum.meta({ ...concurrentNumMeta, 'x-quirk': ['D11', 'Y3'] }).optional(),
  })
  .meta({ description: 'Limits for instances and concurrent requests. Each field may be sent without the other.' })

/** Source: 001 table 18, 002 table 7. */
export const StrategyConfigResponse = z
  .object({
    concurrency: concurrency.meta({ ...concurrencyMeta, 'x-quirk': ['D10'] }).optional(),
    concurrent_num: concurrentNum.meta({ ...concurrentNumMeta, 'x-quirk': ['D11'] }).optional(),
  })
  .meta({ description: 'Limits for instances and concurrent requests.' })
