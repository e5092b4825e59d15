import type { Api } from '../../../schemas/core/api.ts'
import { toFeature } from '../feature.ts'
import type { Outcome } from './outcome.ts'

interface Facts {
  readonly api: Api
  /** The operations that returned a success in the run. */
  readonly succeeded: ReadonlySet<string>
}

/**
 * Tags with a failed check and without a success of any operation. The target probably does not have these features.
 * Empty if no operation of the whole API succeeded.
 */
export function findMissingFeatures(outcomes: readonly Outcome[], { api, succeeded }: Facts): readonly string[] {
  if (succeeded.size === 0) return []
  const working = new Set([...succeeded].map((operation) => toFeature(api, { operation })))
  const failing = new Set(
    outcomes.flatMap(({ check, status }) =>
      status === 'failed' || status === 'errored' ? [toFeature(api, check)] : [],
    ),
  )
  return Object.keys(api.tags).filter((tag) => failing.has(tag) && !working.has(tag))
}
