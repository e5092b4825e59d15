import type { Resource } from '../../../schemas/core/resource.ts'
import type { Path } from '../resource-path.ts'
import { toListScope } from './roles.ts'

/** The keys of the resources that a run created and did not delete, by the list that contains them. */
export interface Existing {
  readonly add: (resource: Resource, path: Path) => void
  /** The keys in the list of a resource. */
  readonly keysOf: (resource: Resource, path: Path) => Iterable<string>
  /** Forgets the resource with this scope, and everything within the scope. */
  readonly forgetBelow: (scope: string) => void
  readonly clear: () => void
}

export function createExisting(): Existing {
  const lists = new Map<string, Set<string>>()
  return {
    add(resource, path) {
      const list = toListKey(resource, path)
      lists.set(list, (lists.get(list) ?? new Set()).add(String(path[resource.key])))
    },
    keysOf: (resource, path) => lists.get(toListKey(resource, path)) ?? [],
    forgetBelow(scope) {
      for (const [list, keys] of lists) {
        if (list.startsWith(scope)) lists.delete(list)
        else for (const key of keys) if (`${toListStart(list)}${key}\n` === scope) keys.delete(key)
      }
    },
    clear: () => lists.clear(),
  }
}

/** Names the list of a resource. */
function toListKey(resource: Resource, path: Path): string {
  return `${toListScope(resource, path)}list of ${resource.name}`
}

/** The scope at the start of the name of a list. */
function toListStart(list: string): string {
  return list.slice(0, list.lastIndexOf('\n') + 1)
}
