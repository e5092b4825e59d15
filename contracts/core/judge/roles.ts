import { type Resource, toKeys } from '../../../schemas/core/resource.ts'
import { isObject } from '../assertions/expect-response.ts'
import type { Input } from '../http/wire-request.ts'
import type { Path } from '../resource-path.ts'

/** What an operation does with which resource. */
export interface Role {
  readonly resource: Resource
  /** The operation changes a part of the resource that has no key of its own. */
  readonly isPart?: true
  readonly does: 'create' | 'read' | 'list' | 'update' | 'remove'
}

/** The roles of operations, by their ids. */
export function toRoles(resources: readonly Resource[]): ReadonlyMap<string, Role> {
  const roles = new Map<string, Role>()
  for (const resource of resources) {
    const { keyIn, update, parent } = resource
    if (keyIn === 'none') {
      if (update && parent) roles.set(update.id, { resource: parent, does: 'update', isPart: true })
      continue
    }
    for (const does of ['create', 'list', 'remove', 'update', 'read'] as const) {
      const operation = resource[does]
      if (operation && !roles.has(operation.id) && !(does === 'read' && resource.readKey !== undefined))
        roles.set(operation.id, { resource, does })
    }
  }
  return roles
}

/**
 * The keys from the outermost resource to this one, each followed by a line feed: the scope of a resource contains the
 * scopes of the resources below it. Ends at the first key that the path does not have.
 */
export function toScope(resource: Resource, path: Path): string {
  const keys = toKeys(resource)
  const missing = keys.findIndex((name) => path[name] === undefined)
  return (missing === -1 ? keys : keys.slice(0, missing)).map((name) => `${path[name]}\n`).join('')
}

/** The scope of a list, which is that of the parent. */
export function toListScope({ parent }: Resource, path: Path): string {
  return parent ? toScope(parent, path) : ''
}

/** The scope of the resources that a request may change or show. Empty if it may be any. */
export function toRequestScope({ resource, does }: Role, input: Input): string {
  const { key, keyIn, readKey } = resource
  if (input.rawPath !== undefined) return ''
  // A version is shown by the reads of its parent.
  if (does === 'list' || readKey !== undefined) return toListScope(resource, input.path ?? {})
  const own: unknown = does === 'create' && keyIn === 'body' && isObject(input.body) ? input.body[key] : undefined
  return toScope(resource, { ...input.path, ...(typeof own === 'string' && { [key]: own }) })
}

/** The key of the state of a resource. Undefined if the path is incomplete or names an alias, which may be moved. */
export function toKey(resource: Resource, path: Path): string | undefined {
  const { qualifier } = path
  if (toKeys(resource).some((name) => path[name] === undefined)) return undefined
  // A version is a state of its own that nothing changes.
  if (qualifier !== undefined && !/^\d+$/.test(qualifier)) return undefined
  return `${toScope(resource, path)}${qualifier === undefined ? '' : `qualifier ${qualifier}\n`}${resource.name}`
}
