import { toJsonSchema } from '../../schemas/core/json-schema.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import type { CheckContext } from '../core/check.ts'
import type { Exchange } from '../core/http/exchange.ts'
import { isObject, type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { findInList } from '../core/assertions/find-in-list.ts'
import type { Input } from '../core/http/wire-request.ts'
import type { Fixture, Path } from './fixtures.ts'

export type Context = CheckContext<Fixture>

/** A kind of resource that is created, read, listed, updated and deleted by name: a row of what differs between them. */
export interface Kind {
  readonly create: Operation
  readonly read: Operation
  readonly list: Operation
  readonly update: Operation
  readonly remove: Operation
  /** Field of the list's response that holds the entries. */
  readonly entries: string
  /** The documented field with an id of the server's choice; not every kind has one. */
  readonly idField?: string
  readonly nameField: string
  /** The code that refuses a second one of the same name. */
  readonly exists: string
  /** The code for one that is not there. */
  readonly missing: string
  /** A valid request of the create operation under a new name with these optional fields; sets up what it needs. */
  readonly request: (context: Context, fields?: JsonObject) => Promise<Input>
  readonly toPath: (input: Input) => Path | undefined
  /** Optional fields with values unlike their defaults, which every server can keep. */
  readonly options: JsonObject
  /** The documented field that takes any text, where there is one. */
  readonly textField?: string
  /** Fields that an update may change, each to a value unlike the one of `options` and unlike its default. */
  readonly changes: JsonObject
  /** Fields of the creation that the page requires in every update, too. */
  readonly repeated?: readonly string[]
  /** Fields of the request that no response shows. */
  readonly unshown: readonly string[]
}

/** Creates one as set-up, and responses where it is. */
export async function givenOne(context: Context, kind: Kind, fields: JsonObject = kind.options) {
  const input = await kind.request(context, fields)
  const created = await context.given(context.target.send(kind.create, input))
  return { input, created, path: kind.toPath(input) ?? {}, update: toUpdate(kind, input) }
}

/** The body of an update: these changes, and what every update of what the request made has to repeat. */
export function toUpdate({ repeated = [], changes }: Kind, input: Input, changed: JsonObject = changes): JsonObject {
  const sent = toBody(input)
  const kept = Object.fromEntries(repeated.flatMap((field) => (field in sent ? [[field, sent[field]]] : [])))
  return { ...kept, ...changed }
}

/** Creates one as set-up and reads it. */
export async function createAndRead(context: Context, kind: Kind, fields: JsonObject = {}) {
  const { input, created, path } = await givenOne(context, kind, fields)
  const read = await context.target.send(kind.read, { path })
  return { input, created, read, path, body: context.expectPresent(read) }
}

/** Reads it as set-up: the documented fields, to be compared with later. */
export async function givenReading(context: Context, operation: Operation, path: Path): Promise<JsonObject> {
  return readDocumented(await context.given(context.target.send(operation, { path })))
}

/** It is there and has changed in no documented field. */
export async function expectUnchanged(context: Context, operation: Operation, path: Path, before: JsonObject) {
  const after = await context.target.send(operation, { path })
  context.expectFields(after, context.expectPresent(after), before, 'absent-fails')
}

/** Looks for the entry of this name in the list that the creation belongs to; returns the last page that it read, too. */
export async function findEntry(context: Context, kind: Kind, { path }: Input, name: string) {
  return await findInList(context, {
    operation: kind.list,
    input: { ...(path && { path }), query: { prefix: name, limit: 100 } },
    entries: kind.entries,
    token: 'nextToken',
    isWanted: (item) => item[kind.nameField] === name,
  })
}

/** The fields of the request that a response shows. */
export function toShown({ unshown }: Kind, input: Input): JsonObject {
  return Object.fromEntries(Object.entries(toBody(input)).filter(([field]) => !unshown.includes(field)))
}

export function toBody({ body }: Input): JsonObject {
  return isObject(body) ? body : {}
}

/** The fields of a response that a page lists; others, like an id of the request, may differ from respond to return. */
export function readDocumented(exchange: Exchange): JsonObject {
  const schema = exchange.operation.success[exchange.response.status]?.schema
  const properties = schema ? toJsonSchema(schema).properties : undefined
  const isListed = (field: string) => properties?.[field] !== undefined && !properties[field]['x-provenance']
  return Object.fromEntries(Object.entries(readObject(exchange)).filter(([field]) => isListed(field)))
}
