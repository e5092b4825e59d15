import type { JsonObject } from '../json-value.ts'
import { isObject } from '../openapi-versions.ts'
import type { Places } from '../places.ts'
import { atPointer, followPointer, toPointer } from '../pointer.ts'
import { type FieldRow, type Row, toParameterRef, toRowRef } from './rows.ts'

/** The place of a row in the document. `moved` is true if places.ts gives the place. */
export interface Place {
  readonly pointer: string
  readonly moved: boolean
}

/** The places of a row in the document. The rows of an operation with a qualified path have two places. */
export function findPlaces(document: JsonObject, row: Row, places: Places): Place[] {
  const moved = places.rows[toRowRef(row)] ?? places.parameters?.[toParameterRef(row) ?? '']
  if (moved !== undefined) return followPointer(document, moved) ? [{ pointer: moved, moved: true }] : []
  return toPointers(document, row, places)
    .filter((pointer) => atPointer(document, pointer) !== undefined)
    .map((pointer) => ({ pointer, moved: false }))
}

function toPointers(document: JsonObject, row: Row, places: Places): string[] {
  if (row.kind === 'field') return toFieldPointer(row, places)
  const operations = findOperations(document, row.operation)
  switch (row.kind) {
    case 'operation':
      return operations
    case 'response':
      return operations.map((pointer) => toPointer(pointer, 'responses', row.status ?? 200))
    case 'param':
      if (row.in === 'body') return operations.map((pointer) => toPointer(pointer, 'requestBody'))
      return operations.flatMap((pointer) => {
        const parameters = atPointer(document, toPointer(pointer, 'parameters'))
        if (!Array.isArray(parameters)) return []
        const index = parameters.findIndex((item) => isObject(item) && item.name === row.name && item.in === row.in)
        return index < 0 ? [] : [toPointer(pointer, 'parameters', index)]
      })
  }
}

/** Pointers of the operation and of its qualified variant. */
export function findOperations(document: JsonObject, id: string): string[] {
  const paths = isObject(document.paths) ? document.paths : {}
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(isObject(item) ? item : {})
      .filter(
        ([, operation]) =>
          isObject(operation) && (operation.operationId === id || operation.operationId === `${id}ByQualifier`),
      )
      .map(([method]) => toPointer('#', 'paths', path, method)),
  )
}

function toFieldPointer(row: FieldRow, places: Places): string[] {
  const owner = places.owners[row.owner] ?? toPointer('#', 'components', 'schemas', row.owner)
  if (row.path === '') return [owner]
  const [, name = '', part] = /^(.*?)(\[\]|\{\})?$/.exec(row.path) ?? []
  const field = toPointer(owner, 'properties', name)
  const ends = { '[]': 'items', '{}': 'additionalProperties' }
  const end = part === '[]' || part === '{}' ? ends[part] : undefined
  return [end ? toPointer(field, end) : field]
}
