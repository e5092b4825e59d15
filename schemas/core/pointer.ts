import type { Json, JsonObject } from './json-value.ts'
import { isObject } from './openapi-versions.ts'

/** Joins a JSON pointer (RFC 6901) and further keys. */
export function toPointer(base: string, ...keys: readonly (string | number)[]): string {
  return [base, ...keys.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')
}

/** The value at a pointer such as `#/components/schemas/Service`, or undefined. */
export function atPointer(document: JsonObject, pointer: string): Json | undefined {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Json | undefined>((node, key) => {
      if (Array.isArray(node)) return node[Number(key)]
      return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined
    }, document)
}

/** The object at a pointer. Follows each `$ref`. Annotations beside a `$ref` replace those of its target. */
export function followPointer(document: JsonObject, pointer: string): JsonObject | undefined {
  const node = atPointer(document, pointer)
  return isObject(node) ? followReference(document, node) : undefined
}

/** The node, or the target of its `$ref` with the annotations beside the `$ref`. */
export function followReference(document: JsonObject, node: JsonObject): JsonObject | undefined {
  if (typeof node.$ref !== 'string') return node
  const { $ref, ...words } = node
  const target = followPointer(document, $ref)
  return target && { ...target, ...words }
}
