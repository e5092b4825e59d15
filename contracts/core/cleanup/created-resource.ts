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
  /** Body of `read`, if required. */
  readonly readBody?: JsonObject
  /** Absent if no operation removes the resource. */
  readonly remove?: Operation
  /** Whether the run can remove the resource with these fixtures. Absent: always. */
  readonly isRemoved?: (supplied: Fixtures) => boolean
  /** The path of the resource that a request creates; see {@link toResourcePath}. */
  readonly toPath: (input: Input, response?: JsonObject) => Path | undefined
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
        toPath: (input, response) => toResourcePath(resource, input, response),
      },
    ]
  })
}
