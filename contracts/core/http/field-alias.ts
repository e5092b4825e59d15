import type { Operation } from '../../../schemas/core/operation.ts'
import type { CoreContext } from '../context.ts'
import { isObject, type JsonObject } from '../assertions/expect-response.ts'
import type { Send } from '../cleanup/cleanup-log.ts'
import type { Input } from './wire-request.ts'

/** One field of requests that has several names, because the page and its clients differ. */
export interface FieldAlias {
  /** What is open, in words that a report can show. */
  readonly about: string
  /** The operations whose requests have the field. */
  readonly operations: readonly Operation[]
  /** Every name of the field, the page's own first. */
  readonly fields: readonly [string, ...string[]]
  /** Sends a request that is valid but for the names of the field; says whether it was taken. */
  readonly isTaken: (core: CoreContext, fields: readonly string[]) => Promise<boolean>
}

/** Sends the requests of one check with the names that the target takes. */
export type ToAliasedSend = (core: CoreContext) => Send

/**
 * Checks write a value under all names of its field. A target may refuse fields that it does not know, so the names
 * that it takes are asked for once in a run, with the first request that has them: all of them, or by the profile
 * `documented` the page's own, and each alone where that is refused. A request with some of the names, or with a value
 * for each, goes out as it is.
 */
export function createFieldAliasSend({ about, operations, fields, isTaken }: FieldAlias): ToAliasedSend {
  let asked: Promise<readonly string[]> | undefined
  const [first, ...others] = fields
  return (core) => {
    const usual = core.profile === 'documented' ? [first] : fields
    const ask = async () => {
      for (const names of [usual, [first], ...others.map((name) => [name])]) {
        // What fails here fails in the check itself, where it is judged.
        if (!(await isTaken(core, names).catch(() => false))) continue
        core.note(about, names.join(' and '))
        return names
      }
      asked = undefined
      return usual
    }
    return async (operation, input) => {
      const body = operations.includes(operation) ? readAliased(input, fields) : undefined
      if (!body) return await core.target.send(operation, input)
      asked ??= ask()
      const names = await asked
      const kept = Object.entries(body).filter(([name]) => !fields.includes(name) || names.includes(name))
      return await core.target.send(operation, { ...input, body: Object.fromEntries(kept) })
    }
  }
}

/** The body of a request that says one value under every name. */
function readAliased({ body }: Input = {}, fields: readonly string[]): JsonObject | undefined {
  if (!isObject(body)) return undefined
  const [first, ...others] = fields.map((name) => body[name])
  return first !== undefined && others.every((value) => value === first) ? body : undefined
}
