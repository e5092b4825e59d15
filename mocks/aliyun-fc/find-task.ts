import type { ApiErrorOf } from '../core/handler.ts'
import type { StoredTask } from './account-resources.ts'
import { findFunction, findOfVersion, latest } from './lookup.ts'
import type { FcState } from './state.ts'
import { type TaskOwner, toTaskKey } from './tasks.ts'

interface FunctionPath {
  readonly serviceName: string
  readonly functionName: string
  readonly qualifier: string | undefined
}

type FunctionCode = 'ServiceNotFound' | 'FunctionNotFound' | 'VersionNotFound' | 'AliasNotFound'

/** The function and the qualifier of a path, to which tasks belong. Without a qualifier, it is LATEST (E20). */
export function findTaskOwner(
  state: FcState,
  { functionName, ...path }: FunctionPath,
  apiError: ApiErrorOf<FunctionCode>,
): TaskOwner {
  const { service } = findOfVersion(state, path, apiError)
  const { functionId } = findFunction(service, functionName, apiError)
  return { functionId, qualifier: path.qualifier || latest }
}

/** The task of a path. */
export function findTask(
  state: FcState,
  { invocationId, ...path }: FunctionPath & { readonly invocationId: string },
  apiError: ApiErrorOf<FunctionCode | 'StatefulAsyncInvocationNotFound'>,
): StoredTask {
  const task = state.tasks.get(toTaskKey(findTaskOwner(state, path, apiError), invocationId))
  if (task) return task
  throw apiError('StatefulAsyncInvocationNotFound', `stateful async invocation '${invocationId}' does not exist`)
}
