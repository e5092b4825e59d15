import type { JsonObject } from './json-value.ts'
import { isObject, mapObjects, toAnnotatedReference } from './openapi-versions.ts'
import { followPointer } from './pointer.ts'

/** Gives each parameter the example of its schema. Some viewers do not show the examples of a schema. */
export function withParameterExamples(document: JsonObject): JsonObject {
  const readExample = (schema: JsonObject) => {
    const { ref = schema.$ref, words = schema } = toAnnotatedReference(schema) ?? {}
    const target = typeof ref === 'string' ? followPointer(document, ref) : undefined
    const [examples] = [words.examples, target?.examples].filter((list) => Array.isArray(list))
    return examples?.[0]
  }
  return {
    ...document,
    paths: mapObjects(isObject(document.paths) ? document.paths : {}, (node) => {
      if (typeof node.in !== 'string' || !isObject(node.schema)) return node
      const example = readExample(node.schema)
      return example === undefined ? node : { ...node, example }
    }),
  }
}
