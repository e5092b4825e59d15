import { parseJson } from '../../../schemas/core/lib/json.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { isObject, type JsonObject } from '../assertions/expect-response.ts'
import type { Send } from '../cleanup/cleanup-log.ts'
import type { CoreContext } from '../context.ts'

/** A request field with several names, because the source and the clients use different names. */
export interface FieldAlias {
  /** Describes for reports which name is implementation-defined. */
  readonly about: string
  /** The operations whose requests contain the field. */
  readonly operations: readonly Operation[]
  /** All names of the field. The documented name is first. */
  readonly fields: readonly [string, ...string[]]
  /** Sends a request that is valid if the target accepts the names. Returns whether it was accepted. */
  readonly isAccepted: (core: CoreContext, fields: readonly string[]) => Promise<boolean>
}

/** Sends the requests of one check with the names that the target accepts. */
export type ToAliasedSend = (core: CoreContext) => Send

/**
 * Checks write a value under all names of its field. A target may reject names that it does not know, so the suite
 * finds the accepted names once per run, with the first request that contains the field. It tries all names together
 * (in the profile `documented`, the documented name), and then each name alone. A request with only some of the names,
 * or with different values, is sent unchanged.
 */
export function createFieldAliasSend({ about, operations, fields, isAccepted }: FieldAlias): ToAliasedSend {
  let accepted: Promise<readonly string[]> | undefined
  const [first, ...others] = fields
  return (core) => {
    const usual = core.profile === 'documented' ? [first] : fields
    const findAccepted = async () => {
      for (const names of [usual, [first], ...others.map((name) => [name])]) {
        // An error here also occurs in the check itself, which reports it.
        if (!(await isAccepted(core, names).catch(() => false))) continue
        core.note(about, names.join(' and '))
        return names
      }
      accepted = undefined
      return usual
    }
    return async (operation, input) => {
      const { rawBody } = input ?? {}
      const text = typeof rawBody === 'string' ? rawBody : undefined
      const sent = text === undefined ? input?.body : parseJson(text)
      const body = operations.includes(operation) ? readAliased(sent, fields) : undefined
      if (!body) return await core.target.send(operation, input)
      accepted ??= findAccepted()
      const names = await accepted
      const omitted = fields.filter((name) => !names.includes(name))
      if (text !== undefined) return await core.target.send(operation, { ...input, rawBody: omit(text, body, omitted) })
      const kept = Object.entries(body).filter(([name]) => !omitted.includes(name))
      return await core.target.send(operation, { ...input, body: Object.fromEntries(kept) })
    }
  }
}

/** A body with the same value under every name. */
function readAliased(body: unknown, fields: readonly string[]): JsonObject | undefined {
  if (!isObject(body)) return undefined
  const [first, ...others] = fields.map((name) => body[name])
  return first !== undefined && others.every((value) => value === first) ? body : undefined
}

/** Removes fields from JSON text, and leaves everything else as it is. The last field of a text is not removed. */
function omit(text: string, body: JsonObject, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replace(`${JSON.stringify(name)}:${JSON.stringify(body[name])},`, ''), text)
}
