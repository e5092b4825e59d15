import { styleText } from 'node:util'
import { toCitation } from '../../schemas/core/source.ts'
import { apis } from '../../schemas/apis.ts'
import { exitCode } from './exit.ts'
import { findApi } from './find-api.ts'

/** Prints the APIs, or the operations of one: a line each, columns two spaces apart. */
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
  return exitCode.done
}

function toApiLines(): string[][] {
  return apis.map((api) => [
    api.id,
    `${Object.keys(api.operations).length} operations`,
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
