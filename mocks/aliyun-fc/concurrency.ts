import type { ApiErrorOf } from '../core/handler.ts'
import type { StoredFunction } from './stored.ts'

/**
 * Refuses a function whose soft concurrency would be above its concurrency, whichever of the two a change names
 * and through whichever version of the API it comes. Source: 003 and 000 instanceSoftConcurrency.
 */
export function refuseSoftAboveHard(
  { settings, later }: StoredFunction,
  apiError: ApiErrorOf<'InvalidArgument'>,
): void {
  const { instanceConcurrency: hard } = settings
  const soft = later?.instanceSoftConcurrency
  if (hard === undefined || soft === undefined || soft <= hard) return
  throw apiError(
    'InvalidArgument',
    `instanceSoftConcurrency: ${soft} must not be above instanceConcurrency, which is ${hard}`,
  )
}
