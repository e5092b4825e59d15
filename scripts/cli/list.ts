import { styleText } from 'node:util'
import { apis } from '../../schemas/apis.ts'
import { toCount } from '../../schemas/core/lib/count.ts'
import { toCitation } from '../../schemas/core/source.ts'
import { exitCode } from './exit.ts'
import { findApi } from './find-api.ts'

/**
 * Prints the APIs, or the operations of one: a line for each path, columns two spaces apart, and the number of operations.
 */
export function list(id: string | undefined): number {
  const lines = id === undefined ? toApiLines() : toOperationLines(id)
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0))) ?? []
  for (const [first = '', ...rest] of lines) {
    const cells = [
      styleText('bold', first.padEnd(widths[0] ?? 0)),
      ...rest.map((cell, index) => cell.padEnd(widths[index + 1] ?? 0)),
    ]
    console.log(cells.join('  ').trimEnd())
  }
  if (id !== undefined) console.log(toTotal(id))
  return exitCode.done
}

function toApiLines(): string[][] {
  return apis.map((api) => [
    api.id,
    toCount(Object.keys(api.operations).length, 'operation'),
    api.dialect.basePath,
    api.title,
  ])
}

function toOperationLines(id: string): string[][] {
  const api = findApi(id, apis)
  return Object.values(api.operations).flatMap((operation) => {
    const paths = operation.qualifiedPath ? [operation.path, operation.qualifiedPath] : [operation.path]
    return paths.map((path) => [
      operation.id,
      operation.method.toUpperCase(),
      `${api.dialect.basePath}${path}`,
      operation.provenance ?? toCitation(operation.source),
    ])
  })
}

/** A second path is not a second operation, but a document has it as one. */
function toTotal(id: string): string {
  const operations = Object.values(findApi(id, apis).operations)
  const total = toCount(operations.length, 'operation')
  const qualified = operations.filter(({ qualifiedPath }) => qualifiedPath !== undefined)
  const more = `${qualified.length} with a second path, which the documents name <operation>ByQualifier`
  return qualified.length === 0 ? `\n${total}` : `\n${total}, ${more}`
}
