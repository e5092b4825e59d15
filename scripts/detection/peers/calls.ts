import { fillPath, toPathNames } from '../../../schemas/core/lib/path-template.ts'
import type { Document, DocumentOperation } from './document.ts'
import { fresh, known, spare } from './fixtures.ts'

/** A request to the seeded server whose response the document defines. */
export interface Call {
  readonly operationId: string
  readonly method: string
  readonly template: string
  readonly path: string
  readonly query?: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly status: number
  /** The example of this response in the document. */
  readonly response?: unknown
}

/** The value of a path parameter with which an operation succeeds on the seeded server. */
export function toKnown(operationId: string, parameter: string): string {
  return spare[operationId]?.[parameter] ?? known[parameter] ?? 'absent'
}

/** The calls that a careful user would prepare: success and request errors of each operation. */
export function toCalls(document: Document): readonly Call[] {
  return Object.entries(document.paths).flatMap(([template, item]) =>
    Object.entries(item).flatMap(([method, operation]) => toOperationCalls(document, template, method, operation)),
  )
}

function toOperationCalls(document: Document, template: string, method: string, operation: DocumentOperation) {
  const { operationId } = operation
  const example = toExample(document, operation.requestBody?.content)
  const created = fresh[operationId]
  const isJson = operation.requestBody?.content['application/json'] !== undefined
  const path = fillPath(template, (name) => toKnown(operationId, name))
  const names = toPathNames(template)
  const plain = {
    operationId,
    method: method.toUpperCase(),
    template,
    headers: { ...(isJson && { 'Content-Type': 'application/json' }), Authorization: 'FC key:signature' },
  }
  const has = (status: number) => operation.responses[status] !== undefined
  const success = Number(Object.keys(operation.responses).find((status) => status === '200' || status === '204') ?? 202)
  const isList = operationId.startsWith('List')
  const bodyOf = (value: unknown) => (value === undefined ? {} : { body: value })
  const toCall = (status: number, call: Partial<Call>): Call[] =>
    has(status)
      ? [
          {
            ...plain,
            path,
            ...bodyOf(example),
            ...call,
            status,
            response: toExample(document, operation.responses[status]?.content),
          },
        ]
      : []
  return [
    ...toCall(success, {
      ...(created && { body: { ...asRow(example), ...created } }),
      ...(isList && { query: 'limit=1' }), // the examples have a next page
    }),
    ...(names.length === 0
      ? []
      : toCall(404, {
          path: fillPath(template, (name) => (name === names.at(-1) ? 'absent' : toKnown(operationId, name))),
        })),
    ...(created ? toCall(409, {}) : []),
    ...toCall(412, {
      path: fillPath(template, (name) => known[name] ?? 'absent'),
      headers: { ...plain.headers, 'If-Match': 'another' },
    }),
    ...(isJson ? toCall(400, { body: [] }) : []),
    ...(isList ? toCall(400, { query: 'limit=1000' }) : []),
  ]
}

function toExample(document: Document, content: DocumentOperation['responses'][string]['content']): unknown {
  const [first] = Object.values(Object.values(content ?? {})[0]?.examples ?? {})
  const name = first?.$ref?.split('/').at(-1)
  return name === undefined ? first?.value : asRow(document.components.examples?.[name]).value
}

function asRow(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
