import type { Operation } from '../../schemas/core/operation.ts'
import type { Input } from '../core/http/wire-request.ts'
import type { Context } from './kind.ts'
import { kinds } from './kinds.ts'

/** Sees that a refused request made nothing, took nothing and changed nothing of what was made with a kind's options. */
export function toUntouched(operation: Operation): {
  readonly expectUntouched?: (context: Context, input: Input) => Promise<void>
} {
  const kind = kinds.find(({ create, update, remove }) => [create, update, remove].includes(operation))
  if (!kind) return {}
  return {
    async expectUntouched(context, input) {
      const isCreation = operation === kind.create
      const path = (isCreation ? kind.toPath(input) : input.path) ?? {}
      const read = await context.target.send(kind.read, { path })
      if (isCreation) return context.expectAbsent(read)
      context.expectFields(read, context.expectPresent(read), kind.options, 'absent-fails')
    },
  }
}
