import type { Operation } from '../../schemas/core/operation.ts'
import type { CheckContext } from '../core/check.ts'
import { isObject, type JsonObject } from '../core/expect-reply.ts'
import type { Input } from '../core/wire-request.ts'
import type { Fixture } from './fixtures.ts'

export type Context = CheckContext<Fixture>

/** A create operation, as a row of what differs between the kinds of resource. */
export interface Creation {
  readonly operation: Operation
  readonly read: Operation
  readonly list: Operation
  /** Field of the list's answer that holds the entries. */
  readonly entries: string
  readonly idField: string
  readonly nameField: string
  /** The code that refuses a second one of the same name. */
  readonly exists: string
  /** A valid request under a new name with these optional fields; sets up what it needs. */
  readonly request: (context: Context, fields?: JsonObject) => Promise<Input>
  readonly toPath: (input: Input) => Readonly<Record<string, string>> | undefined
  /** Optional fields with values unlike their defaults, which every server can keep. */
  readonly options: JsonObject
  /** Fields of the request that no answer shows. */
  readonly unshown: readonly string[]
}

/** Creates one as set-up and reads it. */
export async function createAndRead(context: Context, creation: Creation, fields: JsonObject = {}) {
  const input = await creation.request(context, fields)
  const created = await context.given(context.target.send(creation.operation, input))
  const read = await context.target.send(creation.read, { path: creation.toPath(input) ?? {} })
  return { input, created, read, body: context.expectPresent(read) }
}

/** The fields of the request that an answer shows. */
export function toShown({ unshown }: Creation, input: Input): JsonObject {
  return Object.fromEntries(Object.entries(toBody(input)).filter(([field]) => !unshown.includes(field)))
}

export function toBody({ body }: Input): JsonObject {
  return isObject(body) ? body : {}
}
