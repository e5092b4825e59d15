/** One row of a page's table, as data. `source_file` and `source_line` name the place in the page. */
interface RowBase {
  readonly api: string
  readonly source_file: string
  readonly source_line: number
}

interface TypedRow extends RowBase {
  readonly name?: string
  readonly type?: string
  /** `null` where the table has no such column, as for the fields of most returns. */
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
  /** `null` where the page states none. */
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
  /** The table: a definition's name, or the operation with the part of it. */
  readonly owner: string
  /** The field; `layers[]` is an item of the array, `environmentVariables{}` a value of the map, `''` the owner itself. */
  readonly path: string
}

export type Row = OperationRow | ParamRow | ResponseRow | FieldRow

/** Rows from the text of a `rows.jsonl`. */
export function toRows(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row) // the project's own file
}

/** `004:1231`: how quirks and places name a row. */
export function toRowRef(row: Row): string {
  return `${row.source_file}:${row.source_line}`
}
