import type { ApiErrorOf } from '../core/handler.ts'
import type { StoredFunction } from './stored.ts'

/**
 * Rejects a function whose soft concurrency exceeds its concurrency, whichever of the two a request changes. Source:
 * 003 and 000 instanceSoftConcurrency.
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
    `instanceSoftConcurrency: ${soft} must not exceed instanceConcurrency, which is ${hard}`,
  )
}
