import type { ToUnreachable } from '../core/report/unreachable.ts'

/** Error codes that the source lists without a cause, or that a run cannot provoke. */
export const toUnreachable: ToUnreachable = ({ errors }, code) => {
  if (code === 'AliasNotFound' && errors.includes('VersionNotFound')) {
    return 'the source does not state whether VersionNotFound or AliasNotFound is returned'
  }
  if (code === 'VersionPublishError') return 'the source does not state the cause'
  if (code === 'ConcurrentUpdateError')
    return 'the source does not state the error for the ETag of another state (quirk A23)'
  if (code === 'AccessDenied') return 'it needs a caller with fewer permissions, but a run has only one key'
  return undefined
}
