import type { Json, JsonObject } from '../json-value.ts'
import { isObject } from '../openapi-versions.ts'
import { followReference, toPointer } from '../pointer.ts'

/**
 * Pointers to operations, parameters, bodies, responses, headers and fields without a row. An element with a mark
 * (`x-provenance`) or a quirk is not listed, nor is anything inside a marked schema.
 */
export function findUnmarked(document: JsonObject, reached: ReadonlySet<string>): string[] {
  const isKnown = (pointer: string, node: JsonObject) => {
    const schema = isObject(node.schema) && followReference(document, node.schema)
    return reached.has(pointer) || isMarked(node) || (schema && isMarked(schema)) || false
  }
  const paths = isObject(document.paths) ? document.paths : {}
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    entries(item).flatMap(([method, operation]) => {
      const pointer = toPointer('#', 'paths', path, method)
      if (!isKnown(pointer, operation)) return [pointer]
      return isMarkedWhole(operation) ? [] : findInOperation(pointer, operation, isKnown)
    }),
  )
  const components = isObject(document.components) ? document.components : {}
  const models = entries(components.schemas).flatMap(([name, schema]) =>
    findInSchema(toPointer('#', 'components', 'schemas', name), schema, isKnown),
  )
  return [...operations, ...models]
}

type IsKnown = (pointer: string, node: JsonObject) => boolean

function findInOperation(pointer: string, operation: JsonObject, isKnown: IsKnown): string[] {
  const parameters = (Array.isArray(operation.parameters) ? operation.parameters : []).flatMap((parameter, index) => {
    const at = toPointer(pointer, 'parameters', index)
    return isObject(parameter) && isKnown(at, parameter) ? [] : [at]
  })
  const bodyPointer = toPointer(pointer, 'requestBody')
  const body = isObject(operation.requestBody) && !isKnown(bodyPointer, operation.requestBody) ? [bodyPointer] : []
  const responses = entries(operation.responses).flatMap(([status, response]) => {
    const at = toPointer(pointer, 'responses', status)
    if (!isKnown(at, response)) return [at]
    return entries(response.headers).flatMap(([name, header]) => {
      const headerAt = toPointer(at, 'headers', name)
      return isKnown(headerAt, header) ? [] : [headerAt]
    })
  })
  return [...parameters, ...body, ...responses]
}

/** Checks every field of an object schema, at any depth. */
function findInSchema(pointer: string, schema: JsonObject, isKnown: IsKnown): string[] {
  if (isMarked(schema)) return []
  return entries(schema.properties).flatMap(([name, property]) => {
    const at = toPointer(pointer, 'properties', name)
    if (!isKnown(at, property)) return [at]
    const inner = isObject(property.items)
      ? { pointer: toPointer(at, 'items'), node: property.items }
      : { pointer: at, node: property }
    return isMarked(property) ? [] : findInSchema(inner.pointer, inner.node, isKnown)
  })
}

function isMarked(node: JsonObject): boolean {
  return 'x-provenance' in node || 'x-quirk' in node
}

/** No table states any part of such an operation. */
function isMarkedWhole(node: JsonObject): boolean {
  return node['x-provenance'] === 'inferred' || node['x-provenance'] === 'observed'
}

function entries(node: Json | undefined): [string, JsonObject][] {
  return Object.entries(isObject(node) ? node : {}).flatMap(([key, value]) => (isObject(value) ? [[key, value]] : []))
}
