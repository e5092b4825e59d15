import { toPathNames } from '../../../schemas/core/lib/path-template.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { CoreContext } from '../../core/context.ts'
import type { Input } from '../../core/http/wire-request.ts'

/** A request that every server rejects, and the status of the error. */
export interface WrongRequest {
  readonly status: 400 | 404
  readonly toRequest: (context: CoreContext, input: Input) => Input
}

/** Breaks the body, where the operation has JSON; else the first key of the path, or the limit of a list. */
export function toWrongRequest(operation: Operation): WrongRequest {
  const [name] = toPathNames(operation.path)
  if (operation.body?.mediaType === 'application/json') {
    return { status: 400, toRequest: (_, { body: __, ...input }) => ({ ...input, rawBody: '{' }) }
  }
  if (name === undefined) return { status: 400, toRequest: (_, input) => ({ ...input, query: { limit: 'none' } }) }
  return {
    status: 404,
    toRequest: (context, input) => ({ ...input, path: { ...input.path, [name]: context.name() } }),
  }
}
