/**
 * One row of a table of a source. `source_file` is the id of the source. `source_line` is the line in the transcribed
 * input, counted from 1.
 */
interface RowBase {
  readonly api: string
  readonly source_file: string
  readonly source_line: number
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
  readonly schema: string
  readonly body_owner?: string
  readonly error_codes?: readonly string[]
  readonly headers?: readonly {
    readonly name: string
    readonly type: string
    readonly values_named?: readonly string[]
  }[]
}

export interface FieldRow extends TypedRow {
  readonly kind: 'field'
  /** The table: the name of a definition, or of an operation and its part. */
  readonly owner: string
  /** The field. `layers[]` is an item of the array, `environmentVariables{}` a value of the map, `''` the owner itself. */
  readonly path: string
}

export type Row = OperationRow | ParamRow | ResponseRow | FieldRow

/** Reads the text of a `rows.jsonl`. */
export function toRows(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row) // the project's own file
}

/** `004:1231`: how quirks and places cite a row. */
export function toRowRef(row: Row): string {
  return `${row.source_file}:${row.source_line}`
}

/** `header Host`: how quirks and places cite all rows of a parameter. */
export function toParameterRef(row: Row): string | undefined {
  return row.kind === 'param' ? `${row.in} ${row.name}` : undefined
}
