import { type SchemaNode, toJsonSchema } from '../../schemas/core/json-schema.ts'
import type { Operation, Shape } from '../../schemas/core/operation.ts'
import { toQueryPairs } from './auth/percent.ts'
import { mockQueryNames } from './preference.ts'
import type { Leniency } from './request-log/entry.ts'

/** Finds undocumented elements in a valid request. */
export interface LeniencyFinder {
  readonly inBody: (value: unknown) => readonly Leniency[]
  /** Takes the query as it was sent, and its decoded values. */
  readonly inQuery: (query: string, values: Readonly<Record<string, unknown>>) => readonly Leniency[]
  readonly inHeaders: (values: Readonly<Record<string, unknown>>) => readonly Leniency[]
}

/** Most requests contain no undocumented elements. */
export const noLeniencies: readonly Leniency[] = Object.freeze([])

/** Reads the marks of an operation's schemas once. */
export function toLeniencyFinder({ params, body }: Operation): LeniencyFinder {
  const bodyMarks = body && toMarks(toJsonSchema(body.schema))
  const [queryMarks, headerMarks] = [toGroupMarks(params.query), toGroupMarks(params.header)]
  return {
    inBody: (value) => (bodyMarks ? collect((found) => walk(bodyMarks, value, '', found)) : noLeniencies),
    inQuery: (query, values) =>
      query === ''
        ? noLeniencies
        : collect((found) => {
            for (const name of toQueryNames(query)) {
              if (queryMarks.has(name) || mockQueryNames.has(name)) continue
              found.push({ in: 'query', field: name, kind: 'unknown' })
            }
            findInGroup('query', queryMarks, values, found)
          }),
    // Clients, proxies and browsers add headers. Only headers that the operation declares are checked.
    inHeaders: (values) => collect((found) => findInGroup('header', headerMarks, values, found)),
  }
}

function collect(find: (found: Leniency[]) => void): readonly Leniency[] {
  const found: Leniency[] = []
  find(found)
  return found.length === 0 ? noLeniencies : found
}

/** The marks of a schema and of its fields. */
interface Marks {
  /** The field is undocumented. */
  readonly isUndocumented: boolean
  /** Undocumented values of the field. */
  readonly undocumentedValues: ReadonlySet<unknown> | undefined
  /** By name; `undefined` if any name is valid. */
  readonly fields: ReadonlyMap<string, Marks> | undefined
  readonly items: Marks | undefined
}

/**
 * A mark on an object with fields describes where its shape comes from: the source documents the field but not its
 * contents. So the field is documented, and nothing inside it counts as undocumented.
 */
function toMarks(node: SchemaNode): Marks {
  const shape = node.properties ? node : node.anyOf?.find(({ properties }) => properties)
  const list = node.items ? node : node.anyOf?.find(({ items }) => items)
  const values = Object.keys(node['x-enum-provenance'] ?? {})
  return {
    isUndocumented: node['x-provenance'] !== undefined && !shape,
    undocumentedValues: values.length === 0 ? undefined : new Set(values),
    fields:
      shape?.properties && new Map(Object.entries(shape.properties).map(([name, child]) => [name, toMarks(child)])),
    items: list?.items && toMarks(list.items),
  }
}

function toGroupMarks(shape: Shape): ReadonlyMap<string, Marks> {
  return new Map(Object.entries(shape).map(([name, schema]) => [name, toMarks(toJsonSchema(schema))]))
}

function walk(marks: Marks, value: unknown, field: string, found: Leniency[]): void {
  if (marks.undocumentedValues?.has(value)) found.push({ in: 'body', field, kind: 'value' })
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    const { items } = marks
    if (items) for (const [at, item] of value.entries()) walk(items, item, `${field}[${at}]`, found)
    return
  }
  const { fields } = marks
  if (!fields) return
  for (const name of Object.keys(value)) {
    const below = fields.get(name)
    const path = field === '' ? name : `${field}.${name}`
    if (!below) found.push({ in: 'body', field: path, kind: 'unknown' })
    else if (below.isUndocumented) found.push({ in: 'body', field: path, kind: 'undocumented' })
    else walk(below, (value as Record<string, unknown>)[name], path, found) // a value from JSON
  }
}

function findInGroup(
  group: 'query' | 'header',
  marks: ReadonlyMap<string, Marks>,
  values: Readonly<Record<string, unknown>>,
  found: Leniency[],
): void {
  for (const [name, mark] of marks) {
    const value = values[name]
    if (value === undefined) continue
    if (mark.isUndocumented) found.push({ in: group, field: name, kind: 'undocumented' })
    else if (mark.undocumentedValues?.has(value)) found.push({ in: group, field: name, kind: 'value' })
  }
}

/** Each name once. */
function toQueryNames(query: string): Set<string> {
  return new Set(toQueryPairs(query).map(([name]) => name))
}
