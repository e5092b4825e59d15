import type { Api } from '../../../schemas/core/api.ts'
import { toJsonSchema } from '../../../schemas/core/json-schema.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { JsonObject } from '../assertions/expect-response.ts'

/** Defaults that the requests for this kind of resource document, by field. */
export type ReadDefaults = (operation: Operation) => JsonObject

/** Reads the defaults of each kind once, because every call needs them. */
export function createDefaults({ operations }: Pick<Api, 'operations'>): ReadDefaults {
  const defaults = new Map<string, JsonObject>()
  const read = (tag: string): JsonObject => {
    const bodies = Object.values(operations).flatMap(({ body, ...operation }) =>
      operation.tag === tag && body ? [toJsonSchema(body.schema).properties ?? {}] : [],
    )
    return Object.fromEntries(
      bodies
        .flatMap((properties) => Object.entries(properties))
        .flatMap(([field, { default: value, ...rest }]) =>
          value === undefined || rest['x-provenance'] ? [] : [[field, value] as const],
        ),
    )
  }
  return ({ tag }) => {
    const made = defaults.get(tag) ?? read(tag)
    defaults.set(tag, made)
    return made
  }
}
