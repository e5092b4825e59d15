import { z } from 'zod'

const concurrency = z.int().min(-1).max(1000)
const concurrencyMeta = {
  description: 'Most instances that the function may have at one time; -1: no limit, 0: the function is switched off.',
  examples: [-1],
}
const concurrentNum = z.int().min(1).max(1000)
const concurrentNumMeta = { description: 'Requests that one instance may serve at the same time.', examples: [1] }

/** Source: 001 table 8. */
export const StrategyConfig = z
  .object({
    concurrency: concurrency.meta({ ...concurrencyMeta, 'x-quirk': ['D10', 'Y3'] }).optional(),
    concurrent_num: concurrentNum.meta({ ...concurrentNumMeta, 'x-quirk': ['D11', 'Y3'] }).optional(),
  })
  .meta({ description: 'How far a function may scale out. Either field may be sent alone.' })

/** Source: 001 table 18, 002 table 7. */
export const StrategyConfigResponse = z
  .object({
    concurrency: concurrency.meta({ ...concurrencyMeta, 'x-quirk': ['D10'] }).optional(),
    concurrent_num: concurrentNum.meta({ ...concurrentNumMeta, 'x-quirk': ['D11'] }).optional(),
  })
  .meta({ description: 'How far a function may scale out.' })
