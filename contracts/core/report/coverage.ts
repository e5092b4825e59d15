import type { Api } from '../../../schemas/core/api.ts'
import type { Edit, Probe } from '../../../schemas/core/constraint-probes.ts'
import { type Constraint, toConstraints } from '../../../schemas/core/constraints.ts'
import { readAt } from '../../../schemas/core/edits.ts'
import { parseJson } from '../../../schemas/core/lib/json.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { isSame } from '../assertions/expect.ts'
import type { CreatedResource } from '../cleanup/created-resource.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'
import { readError } from '../http/read-error.ts'
import type { Coverage, Reach } from './model.ts'
import { type ReadRequest, readRequest } from './read-request.ts'
import { toTransitions } from './transitions.ts'
import { findUnreachable, type ToUnreachable } from './unreachable.ts'

type OperationCoverage = Coverage['operations'][number]

/**
 * The documented behaviour that the exchanges tried, and the part that got the expected status. Coverage is computed
 * from the sent requests, not from the intentions of the checks. It does not judge bodies.
 */
export function toCoverage(
  api: Api,
  exchanges: readonly ExchangeRecord[],
  resources: readonly CreatedResource[] = [],
  toUnreachable: ToUnreachable = () => undefined,
): Coverage {
  const operations = Object.values(api.operations).map((operation) =>
    toOperationCoverage(
      api,
      operation,
      exchanges.filter((exchange) => exchange.operation === operation.id),
      toUnreachable,
    ),
  )
  return toSummary(operations, toTransitions(resources, exchanges))
}

/** Adds totals and the names of untried behaviour to the rows. */
export function toSummary(operations: readonly OperationCoverage[], transitions: Coverage['transitions']): Coverage {
  const groups = {
    operations: operations.map((row) => ({ ...row, name: row.id })),
    statuses: operations.flatMap(({ id, statuses }) => statuses.map((row) => fromSeen(`${id} ${row.status}`, row))),
    errors: operations.flatMap(({ id, errors }) =>
      errors.map((row) => ({
        ...fromSeen(`${id} ${row.status} ${row.code}`, row),
        ...(row.unreachable !== undefined && { unreachable: row.unreachable }),
      })),
    ),
    parameters: operations.flatMap(({ id, parameters }) =>
      parameters.map((row) => ({ ...row, name: `${id} ${row.in}.${row.name}` })),
    ),
    constraintsValid: operations.flatMap(({ constraints }) =>
      constraints.map(({ id, provenance, valid }) => ({ ...valid, provenance, name: `${id}, kept` })),
    ),
    constraintsInvalid: operations.flatMap(({ constraints }) =>
      constraints.flatMap(({ id, provenance, invalid }) =>
        invalid ? [{ ...invalid, provenance, name: `${id}, broken` }] : [],
      ),
    ),
    transitions: transitions.map((row) => ({ ...row, provenance: 'documented' as const, name: toTransitionName(row) })),
  }
  const documented = (rows: readonly Row[]) => rows.filter(({ provenance }) => provenance === 'documented')
  const share = (rows: readonly Row[]) => ({
    total: documented(rows).length,
    attempted: documented(rows).filter(({ attempts }) => attempts > 0).length,
    matched: documented(rows).filter(({ matches }) => matches > 0).length,
  })
  const missed = Object.values(groups).flatMap((rows: readonly Row[]) =>
    documented(rows).filter(({ attempts }) => attempts === 0),
  )
  return {
    totals: {
      operations: share(groups.operations),
      statuses: share(groups.statuses),
      errors: share(groups.errors),
      parameters: share(groups.parameters),
      constraintsValid: share(groups.constraintsValid),
      constraintsInvalid: share(groups.constraintsInvalid),
      transitions: share(groups.transitions),
    },
    operations,
    transitions,
    neverReached: missed.flatMap(({ name, unreachable }) => (unreachable === undefined ? [name] : [])),
    unreachable: missed.flatMap(({ name, unreachable }) =>
      unreachable === undefined ? [] : [{ name, reason: unreachable }],
    ),
  }
}

/** `Service: UpdateService when absent, to absent`. */
function toTransitionName({ kind, operation, from, to }: Coverage['transitions'][number]): string {
  return `${kind}: ${operation} when ${from}, then ${to}`
}

type Row = Reach & {
  readonly name: string
  readonly provenance: Constraint['provenance']
  readonly unreachable?: string
}

function fromSeen(name: string, { provenance, seen }: Pick<Row, 'provenance'> & { readonly seen: number }): Row {
  return { name, provenance, attempts: seen, matches: seen }
}

function toOperationCoverage(
  api: Api,
  operation: Operation,
  exchanges: readonly ExchangeRecord[],
  toUnreachable: ToUnreachable,
): OperationCoverage {
  const reads = exchanges.map((exchange) => readRequest(operation, exchange))
  const constraints = toConstraints(api, operation)
  const responded = exchanges.map(({ response }) => ({
    status: String(response?.status ?? ''),
    code: response ? readError(api.dialect, parseJson(response.body)).code : undefined,
  }))
  const toSeen = (status: string, code?: string) =>
    responded.filter((result) => result.status === status && (code === undefined || result.code === code)).length
  return {
    id: operation.id,
    provenance: operation.provenance ?? 'documented',
    attempts: reads.length,
    matches: reads.filter(({ isAccepted }) => isAccepted).length,
    statuses: constraints
      .filter(({ kind }) => kind === 'status')
      .map(({ path: [status], provenance }) => ({ status: String(status), provenance, seen: toSeen(String(status)) })),
    errors: constraints
      .filter(({ kind }) => kind === 'error')
      .map(({ path: [status, code], provenance }) => {
        const unreachable =
          findUnreachable(api, operation, constraints, String(code)) ?? toUnreachable(operation, String(code))
        return {
          code: String(code),
          status: String(status),
          provenance,
          seen: toSeen(String(status), String(code)),
          ...(unreachable !== undefined && { unreachable }),
        }
      }),
    parameters: toParameters(operation, constraints, reads),
    constraints: constraints
      .filter((constraint) => constraint.in !== 'response')
      .map((constraint) => ({
        id: constraint.id,
        clause: constraint.clause,
        rule: constraint.rule,
        provenance: constraint.provenance,
        valid: toReach(
          reads.filter((read) => isKept(constraint, read)),
          ({ isAccepted }) => isAccepted,
        ),
        ...(constraint.rejected.length > 0 && {
          invalid: toReach(
            reads.filter(
              (read) => !read.isValid && constraint.rejected.some((probe) => holds(probe, constraint, read)),
            ),
            ({ isRejected }) => isRejected,
          ),
        }),
      })),
  }
}

function toParameters(
  operation: Operation,
  constraints: readonly Constraint[],
  reads: readonly ReadRequest[],
): OperationCoverage['parameters'] {
  return (['path', 'query', 'header'] as const).flatMap((group) =>
    Object.keys(operation.params[group]).map((name) => ({
      in: group,
      name,
      provenance:
        constraints.find((constraint) => constraint.in === group && constraint.path[0] === name)?.provenance ??
        'documented',
      ...toReach(
        reads.filter((read) => read[group][name] !== undefined),
        ({ isAccepted }) => isAccepted,
      ),
    })),
  )
}

function toReach(reads: readonly ReadRequest[], isMatch: (read: ReadRequest) => boolean): Reach {
  return { attempts: reads.length, matches: reads.filter(isMatch).length }
}

/** True for a valid request at the boundary of the constraint. Without a boundary, the value must be present. */
function isKept(constraint: Constraint, read: ReadRequest): boolean {
  if (!read.isValid) return false
  if (constraint.accepted.length > 0) return constraint.accepted.some((probe) => holds(probe, constraint, read))
  return readAt(toPlace(constraint, read), constraint.path) !== undefined
}

/** True if the request matches the edits of the probe. */
function holds({ edits }: Probe, constraint: Constraint, read: ReadRequest): boolean {
  const place = toPlace(constraint, read)
  return edits.filter(isLast).every((edit) => {
    const value = readAt(place, edit.path)
    if (!('set' in edit)) return value === undefined
    return constraint.in === 'body' ? isSame(value, edit.set) : value === String(edit.set)
  })
}

/** True if no later edit changes the same place or a place below. */
function isLast(edit: Edit, index: number, edits: readonly Edit[]): boolean {
  return !edits.slice(index + 1).some(({ path }) => edit.path.every((step, at) => path[at] === step))
}

function toPlace({ in: place }: Constraint, read: ReadRequest): unknown {
  return place === 'response' ? undefined : read[place]
}
