import type { Json, JsonObject } from './json-value.ts'
import { isObject } from './openapi-versions.ts'

/**
 * Marks each model that only observed operations use. Such an operation and its models may be shared with another API, so
 * quirks of the other API are removed from them.
 */
export function markObservedParts(document: JsonObject, quirks: readonly { readonly id: string }[]): JsonObject {
  const ids = new Set(quirks.map(({ id }) => id))
  const components = toObject(document.components)
  const schemas = toObject(components.schemas)
  const items = Object.values(toObject(document.paths))
  const operations = items.flatMap((item) => Object.values(toObject(item)).map(toObject))
  const ofOthers = toReached(
    operations.filter((operation) => !isObserved(operation)),
    schemas,
  )
  const ofObserved = toReached(operations.filter(isObserved), schemas)
  const isOnlyObserved = (name: string) => ofObserved.has(name) && !ofOthers.has(name)
  return {
    ...document,
    paths: mapObjects(document.paths, (item) =>
      mapObjects(item, (operation) => (isObserved(operation) ? keepQuirks(operation, ids) : operation)),
    ),
    components: {
      ...components,
      schemas: mapObjects(schemas, (schema, name) =>
        isOnlyObserved(name) ? { ...keepQuirks(schema, ids), 'x-provenance': 'observed' } : schema,
      ),
    },
  }
}

function isObserved(operation: JsonObject): boolean {
  return operation['x-provenance'] === 'observed'
}

/** The names of the models that nodes refer to, directly or through other models. */
export function toReached(nodes: readonly Json[], schemas: JsonObject, found = new Set<string>()): Set<string> {
  for (const node of nodes) {
    if (Array.isArray(node)) toReached(node, schemas, found)
    if (!isObject(node)) continue
    const [, name] = typeof node.$ref === 'string' ? (/^#\/components\/schemas\/(.+)$/.exec(node.$ref) ?? []) : []
    if (name !== undefined && !found.has(name)) toReached([schemas[name] ?? null], schemas, found.add(name))
    toReached(Object.values(node), schemas, found)
  }
  return found
}

function keepQuirks(node: JsonObject, ids: ReadonlySet<string>): JsonObject {
  const keep = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(keep)
    return isObject(value) ? keepQuirks(value, ids) : value
  }
  const entries = Object.entries(node).flatMap(([key, value]): [string, Json][] => {
    if (key !== 'x-quirk' || !Array.isArray(value)) return [[key, keep(value)]]
    const kept = value.filter((id) => typeof id === 'string' && ids.has(id))
    return kept.length > 0 ? [[key, kept]] : []
  })
  return Object.fromEntries(entries)
}

function toObject(node: Json | undefined): JsonObject {
  return isObject(node) ? node : {}
}

function mapObjects(node: Json | undefined, map: (value: JsonObject, key: string) => JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(toObject(node)).map(([key, value]) => [key, isObject(value) ? map(value, key) : value]),
  )
}
