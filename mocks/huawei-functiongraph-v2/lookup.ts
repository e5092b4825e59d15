import type { ApiErrorOf } from '../core/handler.ts'
import { type FunctionGraphState, getFunction, type StoredFunction } from './state.ts'
import { type FunctionUrn, readUrn, urnForm } from './urn.ts'

export interface FoundFunction {
  readonly urn: FunctionUrn
  readonly stored: StoredFunction
}

/**
 * The function of a path, to be changed.
 *
 * Path and URN must name one project. A caller has one, so that a request with two asks for another's function: 403, as
 * it is when the caller's own project is known from a signature.
 *
 * No page says what happens to a published version. It is refused: a version is a state that was published, and the
 * responses to a change show `latest` (D25).
 */
export function findFunction(
  state: FunctionGraphState,
  path: { readonly project_id: string; readonly function_urn: string },
  apiError: ApiErrorOf<'FSS.0400' | 'FSS.0403' | 'FSS.1051' | 'FSS.1052'>,
): FoundFunction {
  const urn = readUrn(path.function_urn)
  if (!urn)
    throw apiError('FSS.0400', `function_urn: must have the form ${urnForm}, with :{version or alias} or without`)
  if (urn.projectId !== path.project_id) {
    throw apiError('FSS.0403', 'function_urn: names another project than project_id')
  }
  const stored = getFunction(state, urn)
  if (!stored) throw apiError('FSS.1051')
  const version = toVersion(stored, urn.qualifier)
  if (version === undefined) throw apiError('FSS.1052')
  if (version !== 'latest') {
    throw apiError('FSS.0400', `function_urn: version ${version} is published and cannot be changed, only latest can`)
  }
  return { urn, stored }
}

/** The version that a qualifier names, or nothing where it names none. Without a qualifier the function itself is meant. */
function toVersion({ versions, aliases }: StoredFunction, qualifier = 'latest'): string | undefined {
  if (qualifier === 'latest' || versions.includes(qualifier)) return qualifier
  return Object.hasOwn(aliases, qualifier) ? aliases[qualifier] : undefined
}
