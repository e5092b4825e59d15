import type { z } from 'zod'
import type { Dependency } from '../../schemas/huawei-functiongraph-v2/models/dependency.ts'
import { toDerivedUuid } from './derived-id.ts'

/**
 * What returns say of the versions of dependencies that a function uses. No operation makes a dependency, so any id is
 * taken for one; nothing is known of it but the id, and the id of its dependency is derived from that.
 */
export function toDependencies(versionIds: readonly string[]): z.input<typeof Dependency>[] {
  return versionIds.map((id) => ({ id, dep_id: toDerivedUuid(`dependency of ${id}`) }))
}
