import { toPathNames } from '../../../schemas/core/lib/path-template.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { type Resource, toKeys } from '../../../schemas/core/resource.ts'
import type { Drafts, Reference, ReferenceCall, ReferenceKind, ReferenceList, ServerFields } from './reference.ts'

/** What a call needs besides the description of its resource. `path`: values of further path parameters. */
type CallSpec = Omit<ReferenceCall, 'operation' | 'path' | 'list' | 'exists' | 'tagOf'> & { readonly path?: Drafts }

/** One or several calls of each operation of a resource. */
type CallSpecs = Partial<Record<'create' | 'read' | 'list' | 'update' | 'remove', CallSpec | readonly CallSpec[]>>

interface ReferenceSpec extends Omit<Reference, 'kinds' | 'fields' | 'missing'> {
  /** Implementation-defined fields that the resources do not describe. */
  readonly fields?: Partial<ServerFields>
  /** Body of reads, where an operation that changes a resource also reads it. */
  readonly readBody?: ReferenceKind['readBody']
}

/** Completes the calls of an API with what its resources describe. */
export function toReference(resources: readonly Resource[], { fields, readBody, ...spec }: ReferenceSpec): Reference {
  const unique = (names: readonly (string | undefined)[] = []) => [
    ...new Set(names.filter((name) => name !== undefined)),
  ]
  const generated = resources.filter(({ keyIn }) => keyIn === 'response')
  return {
    ...spec,
    kinds: resources.map((resource) => toKind(resource, readBody)).filter(({ writes }) => writes.length > 0),
    missing: Object.fromEntries(
      resources.flatMap(({ key, missing }) => (missing === undefined ? [] : [[key, missing]])),
    ),
    fields: {
      ids: unique([...resources.map(({ idField }) => idField), ...(fields?.ids ?? [])]),
      names: {
        ...Object.fromEntries(generated.map(({ key, parent }) => [key, parent ? toKeys(parent) : []])),
        ...fields?.names,
      },
      created: unique([...resources.map(({ times }) => times?.created), ...(fields?.created ?? [])]),
      modified: unique([...resources.map(({ times }) => times?.modified), ...(fields?.modified ?? [])]),
      free: unique([...resources.map(({ paging }) => paging?.token), ...(fields?.free ?? [])]),
      derived: fields?.derived ?? [],
    },
  }
}

/** The calls of a resource in the order create, read, list, update, remove. `keys`: the values of path parameters. */
export function toResourceCalls(resource: Resource, keys: Drafts, specs: CallSpecs): readonly ReferenceCall[] {
  const { key, keyIn, parent, exists } = resource
  return (['create', 'read', 'list', 'update', 'remove'] as const).flatMap((name) => {
    const operation = resource[name]
    if (!operation) return []
    const guarded = name === 'create' ? parent?.read : resource.read
    return [specs[name] ?? []].flat().map(({ path, body, ...spec }) => ({
      operation,
      ...spec,
      path: { ...toPath(operation, keys), ...path },
      ...(body && {
        body:
          name === 'create' && keyIn === 'body'
            ? { ...body, required: { [key]: keys[key] ?? [], ...body.required } }
            : body,
      }),
      ...(name === 'list' && { list: toReferenceList(resource) }),
      ...(name === 'create' && exists !== undefined && { exists }),
      ...(guarded && 'If-Match' in operation.params.header && { tagOf: guarded }),
    }))
  })
}

function toPath(operation: Operation, keys: Drafts): Drafts {
  return Object.fromEntries(toPathNames(operation.path).flatMap((name) => (keys[name] ? [[name, keys[name]]] : [])))
}

function toReferenceList({ key, entries = '', paging, order, parent }: Resource): ReferenceList {
  return {
    entries,
    token: paging?.token ?? '',
    nameField: key,
    ...(order && { isOrdered: true }),
    ...(!parent && paging?.prefix !== undefined && { prefix: paging.prefix }),
  }
}

function toKind(resource: Resource, ownBody: ReferenceKind['readBody']): ReferenceKind {
  const { parent, keyIn, create, update, remove, list, readKey } = resource
  // A resource without a key is a part of its parent.
  const { read, readBody = ownBody } = keyIn === 'none' && parent ? parent : resource
  const hasOwnBody = resource.readBody !== undefined
  return {
    // An update that returns the whole state needs no further read.
    writes: [create, update, remove]
      .filter((operation) => operation !== undefined)
      .filter((operation) => operation !== read || hasOwnBody),
    ...(read && readKey === undefined && { read }),
    ...(readBody && read?.body && { readBody: readBody as ReferenceKind['readBody'] }), // JSON values
    ...(list && { list }),
    names: toKeys(resource),
  }
}
