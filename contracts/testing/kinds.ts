import type { Operation } from '../../schemas/core/operation.ts'
import { settings } from '../aliyun-fc-2016-08-15/open-values.ts'
import { rules } from '../aliyun-fc-2016-08-15/rules.ts'
import { samples } from '../aliyun-fc-2016-08-15/samples.ts'
import { toResourceConstraintChecks } from '../checks/crud/constraints.ts'
import { toLists } from '../checks/crud/lists.ts'
import type { JsonObject } from '../core/assertions/expect-response.ts'

/** A resource of FC 2016-08-15 with the operations that faults need. */
export interface Kind {
  readonly create: Operation
  readonly read: Operation
  readonly list: Operation
  readonly update: Operation
  readonly remove: Operation
  readonly entries: string
  readonly idField?: string
  readonly nameField: string
  readonly options: JsonObject
  readonly changes: JsonObject
  readonly textField?: string
}

export const kinds: readonly Kind[] = samples.flatMap(({ resource, options, changes, textField }) => {
  const { create, read, list, update, remove, entries = '', idField, key: nameField } = resource
  if (!create || !read || !list || !update || !remove) return []
  return [
    {
      ...{ create, read, list, update, remove, entries, nameField, options, changes },
      ...(idField !== undefined && { idField }),
      ...(textField !== undefined && { textField }),
    },
  ]
})

/** The lists of all resources. */
export const lists = samples.flatMap(toLists).map((list) => ({
  ...list,
  nameField: list.key,
  hasPrefix: list.paging.prefix !== undefined,
}))

const constraintIds = new Set(
  samples
    .flatMap((sample) => toResourceConstraintChecks(sample, rules, settings[sample.resource.name]?.constraints))
    .map(({ id }) => id),
)

export function isConstraintId(id: string): boolean {
  return constraintIds.has(id)
}
