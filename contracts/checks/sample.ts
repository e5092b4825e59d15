import type { Operation } from '../../schemas/core/operation.ts'
import type { Resource } from '../../schemas/core/resource.ts'
import { isObject, type JsonObject, readObject } from '../core/assertions/expect-response.ts'
import { findInList } from '../core/assertions/find-in-list.ts'
import type { CoreContext } from '../core/context.ts'
import type { Exchange } from '../core/http/exchange.ts'
import { toExchangeRecord } from '../core/http/exchange-record.ts'
import type { Input } from '../core/http/wire-request.ts'
import { type Path, toResourcePath } from '../core/resource-path.ts'
import { SetupError } from '../core/signals.ts'
import { readDocumented } from './readings.ts'

/** A resource, and the values of requests that create and change it. */
export interface Sample {
  readonly resource: Resource
  /** Absent where the resource has no parent. */
  readonly parent?: Sample
  /**
   * A valid body of the create operation with a new key and with these optional fields. It may first create what it
   * refers to in the parent at this path.
   */
  readonly body?: (context: CoreContext, fields: JsonObject, parent: Path) => JsonObject | Promise<JsonObject>
  /** Adds the key that the query of the create operation contains to the path of the parent. */
  readonly place?: (context: CoreContext, parent: Path) => Path | Promise<Path>
  /** A place for another one in the same parent as the one at this path. */
  readonly otherPlace?: (context: CoreContext, path: Path) => Promise<Path>
  /** Optional fields that a put keeps if it omits them. Clients depend on this. */
  readonly kept?: readonly string[]
  /** Whether an entry of the list is the one at this path, where the entries do not contain the key. */
  readonly isEntry?: (entry: JsonObject, path: Path) => boolean
  /** The path of one that no operation creates: it comes from a fixture. */
  readonly fixture?: (context: CoreContext) => Path | Promise<Path>
  /** What must change in the parent at this path before the next one can be created. */
  readonly beforeNext?: (context: CoreContext, parent: Path, count: number) => Promise<void>
  /** Optional fields of the create operation with values that differ from their defaults. */
  readonly options: JsonObject
  /** Fields of the update, each with a value that differs from that of `options` and from its default. */
  readonly changes: JsonObject
  /** A documented field that accepts any text. */
  readonly textField?: string
  /** Fields that the source or clients send together with a value of an enumeration, by that value. */
  readonly companions?: Readonly<Record<string, JsonObject>>
  /** Fields that make another kind of the resource, by the name of the kind. */
  readonly kinds?: Readonly<Record<string, JsonObject>>
  /** Fields of `options` that the create operation requires. */
  readonly required?: readonly string[]
  /** Fields of the creation that every update must repeat. */
  readonly repeated?: readonly string[]
  /** Fields that every update of the resource at this path must contain. */
  readonly updateBody?: (context: CoreContext, path: Path) => JsonObject
  /** What every key ends with, such as `.example.com`. Default: nothing. */
  readonly keySuffix?: string
  /** What makes another key of a key. Default: `2`. */
  readonly longerEnding?: string
  /** A key that is valid and never exists. Default: a new name. */
  readonly unknownKey?: (context: CoreContext, path: Path) => string
  /** Body of the read operation, where it depends on the resource. */
  readonly readBody?: (context: CoreContext, path: Path) => JsonObject
}

/** A resource that was created as set-up. */
export interface Created {
  readonly input: Input
  readonly created: Exchange
  readonly path: Path
}

/** A valid request of the create operation. Creates the parent, unless its path is given. */
export async function newRequest(
  context: CoreContext,
  { body, parent, place }: Sample,
  fields: JsonObject = {},
  within?: Path,
): Promise<Input> {
  const above = within ?? (parent && (await givenPath(context, parent)))
  const path = above && place ? await place(context, above) : above
  return { ...(path && { path }), body: await (body?.(context, fields, path ?? {}) ?? fields) }
}

/** Creates one as set-up, below a new parent or at the path of one. */
export async function givenOne(
  context: CoreContext,
  sample: Sample,
  fields: JsonObject = sample.options,
  within?: Path,
): Promise<Created> {
  const { resource } = sample
  if (!resource.create) throw new TypeError(`no operation creates a ${resource.name}`)
  const input = await newRequest(context, sample, fields, within)
  const created = await context.given(context.target.send(resource.create, input))
  const path = toResourcePath(resource, input, readObject(created))
  if (!path && resource.keyIn === 'response') {
    throw new SetupError(`${resource.create.id} must return ${resource.key}`, toExchangeRecord(created))
  }
  return { input, created, path: path ?? {} }
}

/** The path of one: of a fixture, or of one that is created as set-up. */
export async function givenPath(context: CoreContext, sample: Sample, fields: JsonObject = {}): Promise<Path> {
  return sample.fixture ? await sample.fixture(context) : (await givenOne(context, sample, fields)).path
}

/** Creates several in one parent, each after the change that it needs. The oldest comes first. */
export async function givenSeveral(
  context: CoreContext,
  sample: Sample,
  parent: Path,
  count: number,
): Promise<readonly Path[]> {
  const paths: Path[] = []
  for (let index = 0; index < count; index += 1) {
    await sample.beforeNext?.(context, parent, index)
    paths.push((await givenOne(context, sample, sample.options, parent)).path)
  }
  return paths
}

/** A key that begins with this text. */
export function toKey({ keySuffix = '' }: Sample, text: string): string {
  return `${text}${keySuffix}`
}

/** Another valid key that begins with this one. */
export function toLongerKey({ longerEnding = '2' }: Sample, key: string): string {
  return `${key}${longerEnding}`
}

/** The same request with another key. */
export function withKey({ resource: { key } }: Sample, input: Input, value: string): Input {
  return { ...input, body: { ...toBody(input), [key]: value } }
}

/** Creates one more in the same parent, with the same values and another key. */
export async function givenSibling(
  context: CoreContext,
  sample: Sample,
  { input }: Created,
  key = toKey(sample, context.name()),
) {
  const { create, keyIn } = sample.resource
  if (keyIn === 'query') return (await givenOne(context, sample)).path
  const other = keyIn === 'body' ? withKey(sample, input, key) : input
  const sent = create && (await context.given(context.target.send(create, other)))
  return toResourcePath(sample.resource, other, sent && readObject(sent)) ?? {}
}

/** The request of the create operation names the resource. */
export function isNamedByClient({ resource: { keyIn } }: Sample): boolean {
  return keyIn === 'body' || keyIn === 'query'
}

/** The operation that changes an existing one. A put stores or replaces it. */
export function toChange({ update, create, keyIn }: Resource): Operation | undefined {
  return update ?? (keyIn === 'query' ? create : undefined)
}

/** The body of an update with these changes, and with what every update must contain. */
export function toUpdate({ repeated = [], changes }: Sample, input: Input, changed: JsonObject = changes): JsonObject {
  const sent = toBody(input)
  const kept = Object.fromEntries(repeated.flatMap((field) => (field in sent ? [[field, sent[field]]] : [])))
  return { ...kept, ...changed }
}

/** One that an operation created or that a fixture names, and the bodies of valid updates of it. */
export async function givenUpdatable(context: CoreContext, sample: Sample) {
  if (sample.resource.create) {
    const { path, input } = await givenOne(context, sample)
    return { path, toBody: (changed?: JsonObject) => toUpdate(sample, input, changed) }
  }
  const path = await givenPath(context, sample)
  return { path, toBody: (changed = sample.changes) => ({ ...sample.updateBody?.(context, path), ...changed }) }
}

/** The sample whose read operation returns the state of this one: a resource without a key is a part of its parent. */
export function toOwner(sample: Sample): Sample {
  return sample.resource.keyIn === 'none' ? (sample.parent ?? sample) : sample
}

/** The request that reads the resource at this path. */
export function toReadInput(context: CoreContext, { resource, readBody }: Sample, path: Path): Input {
  const body = readBody?.(context, path) ?? resource.readBody
  return { path, ...(body && { body }) }
}

/** Reads the resource at this path. */
export async function read(context: CoreContext, sample: Sample, path: Path): Promise<Exchange> {
  const { name, read: operation } = sample.resource
  if (!operation) throw new TypeError(`no operation reads a ${name}`)
  return await context.target.send(operation, toReadInput(context, sample, path))
}

/** The fields that do not differ between readings of the same state. */
export function toLasting({ resource: { volatile = [] } }: Sample, fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !volatile.includes(field)))
}

/** Reads the state at this path as set-up: the fields that only a change of the resource changes. */
export async function givenState(context: CoreContext, sample: Sample, path: Path): Promise<JsonObject> {
  const { times } = sample.resource
  const after = await read(context, sample, path)
  // An earlier check may have left a resource of a fixture in a state without the documented form.
  if (!sample.fixture || after.response.status >= 300) await context.given(Promise.resolve(after))
  const state = sample.fixture ? readObject(after) : readDocumented(after)
  return Object.fromEntries(Object.entries(toLasting(sample, state)).filter(([field]) => field !== times?.modified))
}

/** The resource exists, and has these values. */
export async function expectState(context: CoreContext, sample: Sample, path: Path, state: JsonObject): Promise<void> {
  const after = await read(context, sample, path)
  const now = sample.fixture && after.response.status < 300 ? readObject(after) : context.expectPresent(after)
  context.expectFields(after, now, state, 'absent-fails')
}

/** Looks for the entry with this key in the list of the parent; returns the last page that was read, too. */
export async function findEntry(
  context: CoreContext,
  { resource, isEntry }: Sample,
  { path = {} }: Input,
  key: string,
) {
  const { list, entries = '', paging } = resource
  if (!list) throw new TypeError(`no operation lists a ${resource.name}`)
  const query = { ...(paging?.prefix && { [paging.prefix]: key }), ...(paging && { [paging.limit]: 100 }) }
  return await findInList(context, {
    operation: list,
    input: { path, query },
    entries,
    token: paging?.token ?? '',
    isWanted: (item) => isEntry?.(item, path) ?? String(item[resource.key]) === key,
  })
}

/** The fields of a request that responses contain. */
export function toShown({ resource: { writeOnly } }: Sample, input: Input): JsonObject {
  return Object.fromEntries(Object.entries(toBody(input)).filter(([field]) => !writeOnly.includes(field)))
}

export function toBody({ body }: Input): JsonObject {
  return isObject(body) ? body : {}
}

/** The same path with a key that does not exist. */
export function toMissingPath(context: CoreContext, sample: Sample, path: Path): Path {
  const { key } = sample.resource
  return { ...path, [key]: sample.unknownKey?.(context, path) ?? toKey(sample, context.name()) }
}

/** The error codes for a missing resource, and for its missing parents. */
export function toMissingCodes({ resource: { missing }, parent }: Sample): readonly string[] {
  return [...(missing === undefined ? [] : [missing]), ...(parent ? toMissingCodes(parent) : [])]
}

/** Samples by the names of their keys in paths. */
export function findByKey(samples: readonly Sample[], key: string): Sample | undefined {
  return samples.find(({ resource }) => resource.keyIn !== 'none' && resource.key === key)
}

/** The key of a resource, from its path. */
export function toOwnKey({ resource }: Sample, path: Path): string {
  return path[resource.key] ?? ''
}
