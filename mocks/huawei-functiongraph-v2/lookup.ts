import type { ApiErrorOf } from '../core/handler.ts'
import { type FunctionGraphState, getFunction, type StoredFunction } from './state.ts'
import { type FunctionUrn, readUrn, urnForm } from './urn.ts'

export interface FoundFunction {
  readonly urn: FunctionUrn
  readonly stored: StoredFunction
}

/**
 * The function of a path, for updates.
 *
 * Path and URN must name the same project. A caller has one project, so a request with two projects names another
 * caller's function. The status is 403, as for a signed request for another project.
 *
 * The sources do not describe updates of a published version. They are rejected, because a version is immutable, and
 * the responses to an update describe `latest` (D25).
 */
export function findFunction(
  state: FunctionGraphState,
  path: { readonly project_id: string; readonly function_urn: string },
  apiError: ApiErrorOf<'FSS.0400' | 'FSS.0403' | 'FSS.1051' | 'FSS.1052'>,
): FoundFunction {
  const urn = readUrn(path.function_urn)
  if (!urn)
    throw apiError('FSS.0400', `function_urn: must have the form ${urnForm}, optionally with :{version or alias}`)
  if (urn.projectId !== path.project_id) {
    throw apiError('FSS.0403', 'function_urn: names another project than project_id')
  }
  const stored = getFunction(state, urn)
  if (!stored) throw apiError('FSS.1051')
  const version = toVersion(stored, urn.qualifier)
  if (version === undefined) throw apiError('FSS.1052')
  if (version !== 'latest') {
    throw apiError('FSS.0400', `function_urn: version ${version} is published; only latest can be changed`)
  }
  return { urn, stored }
}

/** The version that a qualifier names, or `undefined`. Without a qualifier, the version is `latest`. */
function toVersion({ versions, aliases }: StoredFunction, qualifier = 'latest'): string | undefined {
  if (qualifier === 'latest' || versions.includes(qualifier)) return qualifier
  return Object.hasOwn(aliases, qualifier) ? aliases[qualifier] : undefined
}
