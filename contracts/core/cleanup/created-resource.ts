import type { Operation } from '../../../schemas/core/operation.ts'
import type { Resource } from '../../../schemas/core/resource.ts'
import type { JsonObject } from '../assertions/expect-response.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import type { Input } from '../http/wire-request.ts'
import { type Path, toResourcePath } from '../resource-path.ts'

/** A resource that a run creates, and how to remove it and to verify the removal. */
export interface CreatedResource {
  readonly create: Operation
  readonly read: Operation
  readonly update?: Operation
  /** The server generates the key, so no key is used twice. */
  readonly isNamedByServer?: true
  /** The target does not claim the read operation, so a successful removal is not verified. */
  readonly isReadUnclaimed?: true
  /** Body of `read`, if required. */
  readonly readBody?: JsonObject
  /** Absent if no operation removes the resource. */
  readonly remove?: Operation
  /** Whether the run can remove the resource with these fixtures. Absent: always. */
  readonly isRemoved?: (supplied: Fixtures) => boolean
  /** The resources that the server stores under this one. The cleanup lists and removes them. */
  readonly children: readonly Child[]
  /** The path of the resource that a request creates; see {@link toResourcePath}. */
  readonly toPath: (input: Input, response?: JsonObject) => Path | undefined
}

/** A resource that is listed under its parent. */
export interface Child extends Pick<CreatedResource, 'create' | 'read' | 'remove' | 'children'> {
  readonly list: Operation
  /** Field of the list with the entries. */
  readonly entries: string
  /** The path of an entry, from the path of its parent. */
  readonly toEntryPath: (parent: Path, entry: JsonObject) => Path | undefined
}

/** An operation of the companion API that removes a resource, if a fixture allows it. */
export type Removal = Pick<CreatedResource, 'remove' | 'isRemoved'>

/** The resources that a run can create. The keys of `removals` are names of resources. */
export function toCreatedResources(
  resources: readonly Resource[],
  removals: Readonly<Record<string, Removal>> = {},
): readonly CreatedResource[] {
  return resources.flatMap((resource) => {
    const { name, create, read, update, remove, readBody, keyIn } = resource
    if (!create || !read) return []
    return [
      {
        create,
        read,
        ...(update && { update }),
        ...(keyIn === 'response' && { isNamedByServer: true as const }),
        ...(readBody && { readBody }),
        ...(remove && { remove }),
        ...removals[name],
        children: toChildren(resources, resource),
        toPath: (input, response) => toResourcePath(resource, input, response),
      },
    ]
  })
}

/** The last resources come first, because they may refer to earlier ones. */
function toChildren(resources: readonly Resource[], parent: Resource): readonly Child[] {
  return resources.toReversed().flatMap((resource) => {
    const { create, read, remove, list, entries, keyIn } = resource
    if (resource.parent !== parent || !create || !read || !remove || !list || entries === undefined) return []
    return [
      {
        create,
        read,
        remove,
        list,
        entries,
        children: toChildren(resources, resource),
        toEntryPath: (path, entry) =>
          toResourcePath(resource, { path, body: entry }, keyIn === 'response' ? entry : undefined),
      },
    ]
  })
}

/** The resources without the operations that the target does not claim: features, and single operations. */
export function toClaimedResources(
  resources: readonly CreatedResource[],
  unsupported: readonly string[],
): readonly CreatedResource[] {
  const isClaimed = ({ id, tag }: Operation) => !unsupported.includes(id) && !unsupported.includes(tag)
  const toClaimed = <T extends Pick<CreatedResource, 'read' | 'remove' | 'children'>>({ remove, ...resource }: T) => ({
    ...resource,
    ...(remove && isClaimed(remove) && { remove }),
    ...(!isClaimed(resource.read) && { isReadUnclaimed: true as const }),
  })
  return resources.map((resource) => ({
    ...toClaimed(resource),
    children: resource.children.filter(({ list, remove }) => isClaimed(list) && remove && isClaimed(remove)),
  }))
}
