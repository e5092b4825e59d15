import type { Operation } from '../../schemas/core/operation.ts'
import type { Resource } from '../../schemas/core/resource.ts'
import type { Sample } from '../checks/sample.ts'

/** A version number that no service reaches. */
export const unknownVersion = '4294967296'

/** A version of a service that this operation changes. */
export function toVersionSample(resource: Resource, parent: Sample, updateService: Operation): Sample {
  return {
    resource,
    parent,
    options: { description: 'a version' },
    changes: {},
    unknownKey: () => unknownVersion,
    // A version cannot be published unless the service has changed since the last version.
    async beforeNext({ given, target }, path, count) {
      await given(target.send(updateService, { path, body: { description: `state ${count}` } }))
    },
  }
}
