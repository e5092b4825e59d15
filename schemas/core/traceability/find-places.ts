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
  if (row.kind === 'field') return toFieldPointers(document, row, places)
  if (row.kind === 'model') return [toModel(row.owner, places)]
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

function toModel(owner: string, places: Places): string {
  return places.owners[owner] ?? toPointer('#', 'components', 'schemas', owner)
}

function toFieldPointers(document: JsonObject, row: FieldRow, places: Places): string[] {
  const found = toInlineBody(document, row.owner, places) ?? toModel(row.owner, places)
  if (row.path === '') return [found]
  const owner = followReferences(document, found)
  const steps = row.path.split(/\.|(?=\[\]|\{\})/)
  const place = steps.reduce((pointer, step, index) => {
    const parent = index === 0 ? pointer : followReferences(document, pointer)
    if (step === '[]') return toPointer(parent, 'items')
    return step === '{}' ? toPointer(parent, 'additionalProperties') : toPointer(parent, 'properties', step)
  }, owner)
  return [place]
}

/** The schema of a body that has no name in the source: `CreateService.request`, `ListServices.response.200`. */
function toInlineBody(document: JsonObject, owner: string, places: Places): string | undefined {
  const { operation, status } = /^(?<operation>\w+)\.(?:request|response\.(?<status>\d+))$/.exec(owner)?.groups ?? {}
  if (operation === undefined || places.owners[owner] !== undefined) return undefined
  const [pointer] = findOperations(document, operation)
  if (pointer === undefined) return undefined
  const keys = status === undefined ? ['requestBody'] : ['responses', status]
  const content = atPointer(document, toPointer(pointer, ...keys, 'content'))
  const [mediaType] = Object.keys(isObject(content) ? content : {})
  return mediaType === undefined ? undefined : toPointer(pointer, ...keys, 'content', mediaType, 'schema')
}

/** The pointer at the end of each `$ref`. */
function followReferences(document: JsonObject, pointer: string): string {
  const node = atPointer(document, pointer)
  return isObject(node) && typeof node.$ref === 'string' ? followReferences(document, node.$ref) : pointer
}
