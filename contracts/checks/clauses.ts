import type { Api } from '../../schemas/core/api.ts'
import { toPathNames } from '../../schemas/core/lib/path-template.ts'
import type { Operation } from '../../schemas/core/operation.ts'
import { toCitation, toSuccessCitation } from '../../schemas/core/source.ts'

/** Where the source of an operation states the rules of checks: `004 CreateAlias 200, Headers: ETag`. */
export interface Clauses {
  readonly success: (operation: Operation) => string
  readonly error: (operation: Operation, ...statuses: readonly number[]) => string
  /** A success, or an error with one of these statuses. */
  readonly outcomes: (operation: Operation, ...statuses: readonly number[]) => string
  readonly path: (operation: Operation) => string
  readonly query: (operation: Operation, ...names: readonly string[]) => string
  readonly header: (operation: Operation, name: string) => string
  readonly responseHeader: (operation: Operation, name: string) => string
  readonly requestFields: (operation: Operation, ...fields: readonly string[]) => string
  readonly responseFields: (operation: Operation, ...fields: readonly string[]) => string
  /** The body of an error with this status. */
  readonly errorBody: (operation: Operation, status: number) => string
}

/** The clauses of a source that lists parameters and responses by operation, and the fields of models under Definitions. */
export function toClauses(api: Pick<Api, 'models'>): Clauses {
  const toModel = (operation: Operation, schema: unknown, fields: readonly string[]) => {
    const [name] = Object.entries(api.models).find(([, model]) => model === schema) ?? []
    const place =
      name === undefined ? toCitation(operation.source) : `${operation.source.source.id} Definitions, ${name}`
    return fields.length === 0 ? place : `${place}: ${fields.join(', ')}`
  }
  return {
    success: toSuccessCitation,
    error: (operation, ...statuses) => `${toCitation(operation.source)} ${statuses.join(', ')}`,
    outcomes: (operation, ...statuses) =>
      `${toCitation(operation.source)} ${[...Object.keys(operation.success), ...statuses].join(', ')}`,
    path: (operation) => `${toCitation(operation.source)}, Path ${toPathNames(operation.path).join(', ')}`,
    query: (operation, ...names) => `${toCitation(operation.source)}, Query ${names.join(', ')}`,
    header: (operation, name) => `${toCitation(operation.source)}, Header ${name}`,
    responseHeader: (operation, name) => `${toSuccessCitation(operation)}, Headers: ${name}`,
    requestFields: (operation, ...fields) => toModel(operation, operation.body?.schema, fields),
    responseFields: (operation, ...fields) => toModel(operation, toResponseSchema(operation), fields),
    errorBody: (operation, status) => `${toCitation(operation.source)} ${status}: the properties of Error`,
  }
}

function toResponseSchema({ success }: Operation): unknown {
  return Object.values(success).find(({ schema }) => schema)?.schema
}
