import { parseJson } from '../../../schemas/core/lib/json.ts'
import { toPathNames } from '../../../schemas/core/lib/path-template.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { isObject, type JsonObject } from '../assertions/expect-response.ts'
import type { CreatedResource } from '../cleanup/created-resource.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'
import type { Coverage } from './model.ts'
import { type ReadRequest, readRequest } from './read-request.ts'

type Transition = Coverage['transitions'][number]
type State = Transition['from']

/**
 * The state transitions of every kind of resource that a run creates. Computed from the exchanges in their order. An
 * invalid request is not an attempt.
 */
export function toTransitions(
  resources: readonly CreatedResource[],
  exchanges: readonly ExchangeRecord[],
): Transition[] {
  const rows = resources.flatMap(toRows)
  const lives = resources.map((resource) => ({ resource, states: new Map<string, Life>() }))
  for (const exchange of exchanges) {
    for (const { resource, states } of lives) {
      const steps = toSteps(resource)
      const step = steps.find(({ operation }) => operation.id === exchange.operation)
      if (!step || !exchange.response) continue
      const request = readRequest(step.operation, exchange)
      const key = toKey(resource, step, request, exchange)
      if (key === undefined || !request.isValid) continue
      const life = states.get(key) ?? { state: 'absent' }
      const row = rows.find(
        (row) => row.kind === toKind(resource) && row.operation === step.operation.id && row.from === life.state,
      )
      if (row) {
        row.attempts += 1
        if (isExpected(row.result, exchange.response.status)) row.matches += 1
      }
      if (exchange.response.status < 300) states.set(key, { state: step.to(life.state) })
    }
  }
  return rows
}

interface Life {
  readonly state: State
}

interface Step {
  readonly name: 'create' | 'read' | 'update' | 'remove'
  readonly operation: Operation
  /** The state after a success. */
  readonly to: (from: State) => State
}

/** A row with mutable counts. */
type Row = Omit<Transition, 'attempts' | 'matches'> & { attempts: number; matches: number }

const states: readonly State[] = ['absent', 'created', 'updated', 'deleted']

function toRows(resource: CreatedResource): Row[] {
  return toSteps(resource).flatMap(({ name, operation, to }) =>
    states
      // A server-generated name is never used twice.
      .filter((from) => from === 'absent' || name !== 'create' || !resource.isNamedByServer)
      .filter((from) => from !== 'updated' || resource.update !== undefined)
      .map((from): Row => {
        const isThere = from === 'created' || from === 'updated'
        const isSuccess = name === 'create' ? !isThere : isThere
        const result = isSuccess ? 'success' : name === 'create' ? 'conflict' : 'not-found'
        const next = isSuccess ? to(from) : from
        return { kind: toKind(resource), operation: operation.id, from, to: next, result, attempts: 0, matches: 0 }
      }),
  )
}

function toSteps({ create, read, update, remove, readBody }: CreatedResource): readonly Step[] {
  const steps: readonly (Step | undefined)[] = [
    { name: 'create', operation: create, to: () => 'created' },
    readBody ? undefined : { name: 'read', operation: read, to: (from) => from },
    update && { name: 'update', operation: update, to: () => 'updated' },
    remove && { name: 'remove', operation: remove, to: () => 'deleted' },
  ]
  return steps.filter((step) => step !== undefined)
}

function toKind({ create }: CreatedResource): string {
  return create.tag
}

/** The names of the resource that a request addresses. Undefined for a request about another resource. */
function toKey(
  resource: CreatedResource,
  { name }: Step,
  { path, body }: ReadRequest,
  { response }: ExchangeRecord,
): string | undefined {
  if (name === 'create') {
    const result = response && response.status < 300 ? readResponse(response.body) : undefined
    const made = resource.toPath({ path, body }, result)
    return made && toText(pick(made, toNames(resource)))
  }
  const names = toNames(resource)
  const missing = names.filter((key) => path[key] === undefined)
  const more = Object.keys(path).filter((key) => !names.includes(key))
  if (missing.length !== more.length || more.length > 1) return undefined
  // The read operation may use another parameter than the delete operation: the qualifier of a service for a version.
  const [[own, other] = ['', '']] = missing.map((key, index) => [key, more[index] ?? ''] as const)
  return toText(pick(own === '' ? path : { ...path, [own]: path[other] ?? '' }, names))
}

/** The parameter names in the path of the resource. */
function toNames({ remove, read }: CreatedResource): readonly string[] {
  return toPathNames((remove ?? read).path)
}

function pick(values: Readonly<Record<string, string>>, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, values[name]]))
}

function toText(values: JsonObject): string {
  return JSON.stringify(values)
}

function readResponse(text: string): JsonObject | undefined {
  const value = parseJson(text)
  return isObject(value) ? value : undefined
}

function isExpected(result: Transition['result'], status: number): boolean {
  if (result === 'success') return status < 300
  return status === (result === 'conflict' ? 409 : 404)
}
