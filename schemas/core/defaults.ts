import type { Json, JsonObject } from './json-value.ts'
import { isObject, mapObjects } from './openapi-versions.ts'
import { atPointer, toPointer } from './pointer.ts'

/**
 * Leaves `default` only in the bodies of create requests and in parameters. Everywhere else it becomes `x-default` and a
 * sentence of the description, because generated clients send the default of a field with each update, and return it for
 * a field that a response does not contain.
 */
export function moveDefaults(document: JsonObject): JsonObject {
  const shared = findReferences(document, findBodies(document))
  const components = isObject(document.components) ? document.components : {}
  const schemas = isObject(components.schemas) ? components.schemas : {}
  return {
    ...document,
    components: {
      ...components,
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) =>
          isObject(schema) && shared.has(toPointer('#', 'components', 'schemas', name))
            ? [name, mapObjects(schema, moveDefault)]
            : [name, schema],
        ),
      ),
    },
  }
}

function moveDefault(node: JsonObject): JsonObject {
  if (node.default === undefined) return node
  const { default: value, description, ...rest } = node
  const sentence = `Documented default: ${typeof value === 'string' ? value : JSON.stringify(value)}.`
  return { ...rest, description: [description, sentence].filter(Boolean).join(' '), 'x-default': value }
}

/** The bodies of updates and of responses. */
function findBodies(document: JsonObject): Json[] {
  const items = Object.values(isObject(document.paths) ? document.paths : {})
  const operations = items.flatMap((item) => Object.entries(isObject(item) ? item : {}))
  return operations.flatMap(([method, operation]) => {
    if (!isObject(operation)) return []
    const bodies = method === 'post' ? [operation.responses] : [operation.responses, operation.requestBody]
    return bodies.filter((body) => body !== undefined)
  })
}

/** The pointers of all schemas that the nodes reference, directly or not. */
function findReferences(document: JsonObject, nodes: readonly Json[], found = new Set<string>()): ReadonlySet<string> {
  for (const node of nodes) {
    if (Array.isArray(node)) findReferences(document, node, found)
    if (!isObject(node)) continue
    if (typeof node.$ref === 'string' && !found.has(node.$ref)) {
      found.add(node.$ref)
      findReferences(document, [atPointer(document, node.$ref) ?? null], found)
    }
    findReferences(document, Object.values(node), found)
  }
  return found
}
