import type { ToUnreachable } from '../core/report/unreachable.ts'

/** Codes that the page lists without a cause, or that need what a run does not have. */
export const toUnreachable: ToUnreachable = ({ errors }, code) => {
  if (code === 'AliasNotFound' && errors.includes('VersionNotFound')) {
    return 'the page leaves to the target which of VersionNotFound and AliasNotFound returns'
  }
  if (code === 'VersionPublishError') return 'the page does not say what calls for it'
  if (code === 'ConcurrentUpdateError') return 'the page leaves open what returns a tag of another state (quirk A23)'
  if (code === 'AccessDenied') return 'it needs a caller who may do less; a run has one key'
  return undefined
}
