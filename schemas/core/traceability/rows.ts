/**
 * One row of a table of a source. `source_file` is the id of the source. `source_line` is the line in the transcribed
 * input, counted from 1. The row of a definition has no line.
 */
interface RowBase {
  readonly api: string
  readonly source_file: string
  readonly source_line?: number
}

interface TypedRow extends RowBase {
  readonly name?: string
  readonly type?: string
  /** `null` if the table has no such column, as in most response tables. */
  readonly required?: boolean | null
  readonly default?: unknown
  readonly example?: unknown
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly multipleOf?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  /** Values that a definition lists for consoles. */
  readonly enum_titles?: readonly unknown[]
}

export interface OperationRow extends RowBase {
  readonly kind: 'operation'
  readonly operation: string
  readonly method: string | null
  readonly paths?: readonly string[]
}

export interface ParamRow extends TypedRow {
  readonly kind: 'param'
  readonly operation: string
  readonly in: 'path' | 'query' | 'header' | 'body'
}

export interface ResponseRow extends RowBase {
  readonly kind: 'response'
  readonly operation: string
  /** `null` if the source states none. */
  readonly status: number | null
  /** The name of the body's table, or `No Content`. Absent: a definition states only whether there is a body. */
  readonly schema?: string
  readonly body_owner?: string
  readonly error_codes?: readonly string[]
  readonly headers?: readonly {
    readonly name: string
    /** Absent in a definition. */
    readonly type?: string
    readonly values_named?: readonly string[]
  }[]
}

export interface FieldRow extends TypedRow {
  readonly kind: 'field'
  /** The table: the name of a definition, or of an operation and its part. */
  readonly owner: string
  /**
   * The field. `layers[]` is an item of the array, `environmentVariables{}` a value of the map, `''` the owner itself. The
   * path of a definition may be longer: `functions[].layers[]`.
   */
  readonly path: string
}

/** A model of a definition. */
export interface ModelRow extends RowBase {
  readonly kind: 'model'
  readonly owner: string
}

export type Row = OperationRow | ParamRow | ResponseRow | FieldRow | ModelRow

/** Reads the text of a `rows.jsonl`. */
export function toRows(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row) // the project's own file
}

/** `004:1231`, or `FC-DEF CreateService header X-Fc-Date` for a row without a line: how quirks and places cite a row. */
export function toRowRef(row: Row): string {
  return isOfDefinition(row) ? `${row.source_file} ${toRowName(row)}` : `${row.source_file}:${row.source_line}`
}

/** `header Host`, or `FC-DEF header X-Fc-Date`: how quirks and places cite all rows of a parameter. */
export function toParameterRef(row: Row): string | undefined {
  if (row.kind !== 'param') return undefined
  return `${isOfDefinition(row) ? `${row.source_file} ` : ''}${row.in} ${row.name}`
}

/** The rows of a definition state less than those of a table: a keyword that is absent says nothing. */
export function isOfDefinition(row: Row): boolean {
  return row.source_line === undefined
}

/** `CreateService header X-Fc-Date`, `CreateService 409`, `LogConfig.project`: what a row describes. */
export function toRowName(row: Row): string {
  switch (row.kind) {
    case 'operation':
      return row.operation
    case 'param':
      return `${row.operation} ${row.in} ${row.name}`
    case 'response':
      return `${row.operation} ${row.status}`
    case 'field':
      return `${row.owner}.${row.path}`
    case 'model':
      return row.owner
  }
}
