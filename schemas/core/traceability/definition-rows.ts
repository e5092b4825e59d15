import type { FieldRow, ParamRow, Row } from './rows.ts'

/** A line of `rows-definition.jsonl`: one fact of the vendor's machine-readable definition. */
interface DefinitionRow {
  readonly api: string
  readonly kind: Row['kind']
  readonly operation: string
  readonly owner: string
  readonly method: string
  /** The path of an operation, or the way to a field inside of its owner. */
  readonly path: string
  readonly in: ParamRow['in']
  readonly name: string
  readonly status: number
  readonly body: boolean
  readonly headers?: readonly string[]
  readonly type?: string
  readonly format?: string
  readonly ref?: string
  readonly required?: boolean
  readonly default?: string
  readonly enum?: readonly string[]
  readonly enum_titles?: readonly string[]
  readonly minimum?: string
  readonly maximum?: string
  readonly minItems?: number
  readonly maxItems?: number
}

/** Reads the text of a `rows-definition.jsonl`. `source` is the id of the definition. */
export function toDefinitionRows(text: string, source: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => toRow(JSON.parse(line) as DefinitionRow, source)) // the project's own file
}

function toRow(row: DefinitionRow, source: string): Row {
  const base = { api: row.api, source_file: source }
  switch (row.kind) {
    case 'operation':
      return { ...base, kind: 'operation', operation: row.operation, method: row.method, paths: [row.path] }
    case 'param':
      return { ...base, ...toTyped(row), kind: 'param', operation: row.operation, in: row.in, name: row.name }
    case 'field':
      return { ...base, ...toTyped(row), kind: 'field', owner: row.owner, path: row.path }
    case 'model':
      return { ...base, kind: 'model', owner: row.owner }
    case 'response':
      return {
        ...base,
        kind: 'response',
        operation: row.operation,
        status: row.status,
        ...(row.ref !== undefined && { schema: row.ref }),
        ...(!row.body && row.status < 400 && { schema: 'No Content' }),
        headers: (row.headers ?? []).map((name) => ({ name })),
      }
  }
}

type Typed = Pick<
  FieldRow,
  'type' | 'required' | 'default' | 'enum' | 'enum_titles' | 'minimum' | 'maximum' | 'minItems' | 'maxItems'
>

/** A definition writes numbers and booleans as text. Titles of true and false are no enumeration. */
function toTyped(row: DefinitionRow): Typed {
  const { type, enum: values, enum_titles: titles, minimum, maximum, minItems, maxItems } = row
  const toValue = (text: string): unknown =>
    type === 'boolean' ? text === 'true' : type === 'integer' || type === 'number' ? Number(text) : text
  return {
    type: row.ref ?? toTypeName(row),
    required: row.required ?? false,
    ...(row.default !== undefined && { default: toValue(row.default) }),
    ...(values && { enum: values.map(toValue) }),
    ...(titles && type !== 'boolean' && { enum_titles: titles.map(toValue) }),
    ...(minimum !== undefined && { minimum: Number(minimum) }),
    ...(maximum !== undefined && { maximum: Number(maximum) }),
    ...(minItems !== undefined && { minItems }),
    ...(maxItems !== undefined && { maxItems }),
  }
}

/** The type in the words of the tables. On the wire, a float and a double are the same. */
function toTypeName({ type = '', format }: DefinitionRow): string {
  if (type === 'number') return 'float'
  return format === undefined ? type : `${type} (${format})`
}
