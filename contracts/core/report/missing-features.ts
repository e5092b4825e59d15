import type { Api } from '../../../schemas/core/api.ts'
import { toFeature } from '../feature.ts'
import type { Outcome } from './outcome.ts'

/**
 * Tags with a failed check and without a success of any operation. The target probably does not have these features.
 * Empty if no operation of the whole API succeeded.
 */
export function findMissingFeatures(api: Api, outcomes: readonly Outcome[]): readonly string[] {
  const succeeded = new Set<string>()
  for (const { operation, response } of outcomes.flatMap(({ traffic = [] }) => traffic)) {
    if (response && response.status < 300) succeeded.add(toFeature(api, { operation }))
  }
  const hasFailed = (feature: string) =>
    outcomes.some(({ check, status }) => ['failed', 'errored'].includes(status) && toFeature(api, check) === feature)
  if (succeeded.size === 0) return []
  return Object.keys(api.tags).filter((tag) => !succeeded.has(tag) && hasFailed(tag))
}
