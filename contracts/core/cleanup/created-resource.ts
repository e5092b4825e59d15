import type { Operation } from '../../../schemas/core/operation.ts'
import type { Resource } from '../../../schemas/core/resource.ts'
import type { JsonObject } from '../assertions/expect-response.ts'
import type { Fixtures } from '../fixtures/fixtures.ts'
import type { Input } from '../http/wire-request.ts'
import { type Path, toResourcePath } from '../resource-path.ts'

/** A resource that a run creates, with what is needed to remove it and to see that it is gone. */
export interface CreatedResource {
  readonly create: Operation
  readonly read: Operation
  readonly update?: Operation
  /** The server generates its key, so that no key is used twice. */
  readonly isNamedByServer?: true
  /** Body of `read`, where reading needs one. */
  readonly readBody?: JsonObject
  /** Absent where no operation removes it. */
  readonly remove?: Operation
  /** Whether the run removes it, where only some fixtures allow that. Absent: always. */
  readonly isRemoved?: (supplied: Fixtures) => boolean
  /** The path of what a request creates; see {@link toResourcePath}. */
  readonly toPath: (input: Input, response?: JsonObject) => Path | undefined
}

/** An operation of another API of the same server that removes a resource, where a fixture allows it. */
export type Removal = Pick<CreatedResource, 'remove' | 'isRemoved'>

/** What a run creates of these resources; `removals` by the names of resources. */
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
