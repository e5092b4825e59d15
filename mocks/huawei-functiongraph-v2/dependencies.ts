import type { z } from 'zod'
import type { Dependency } from '../../schemas/huawei-functiongraph-v2/models/dependency.ts'
import { toDerivedUuid } from './derived-id.ts'

/**
 * The response data for the dependency versions of a function. No operation creates a dependency, so every id is
 * accepted. Only the id is known, and the id of the dependency is derived from it.
 */
export function toDependencies(versionIds: readonly string[]): z.input<typeof Dependency>[] {
  return versionIds.map((id) => ({ id, dep_id: toDerivedUuid(`dependency of ${id}`) }))
}
