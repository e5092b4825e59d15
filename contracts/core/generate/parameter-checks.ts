import type { Api } from '../../../schemas/core/api.ts'
import type { Edit, Probe } from '../../../schemas/core/constraint-probes.ts'
import { type Constraint, toConstraints } from '../../../schemas/core/constraints.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { expectTolerance } from '../assertions/tolerance.ts'
import { type Check, defineCheck } from '../check.ts'
import type { CoreContext } from '../context.ts'
import type { Input } from '../http/wire-request.ts'
import { findOpen, type OpenProbes, toOpenName } from './open-probes.ts'

export interface ParameterCheckSpec {
  readonly api: Api
  readonly operation: Operation
  /** A valid request. Creates what the request needs. */
  readonly base: (context: CoreContext) => Promise<Input>
  /** Values that a target may accept or reject. */
  readonly open?: readonly OpenProbes[]
  /** The feature that a parameter belongs to. Default: the tag of the operation. */
  readonly toFeature?: (parameter: string) => string | undefined
}

/**
 * A check for each documented constraint of a query parameter or header. A valid value is accepted, and an invalid one
 * is rejected.
 */
export function toParameterChecks(spec: ParameterCheckSpec): readonly Check[] {
  return toConstraints(spec.api, spec.operation)
    .filter(({ in: place, provenance }) => ['query', 'header'].includes(place) && provenance === 'documented')
    .flatMap((constraint) => [
      ...constraint.accepted.map((probe) => toParameterCheck(spec, constraint, probe, true)),
      ...constraint.rejected
        .filter((probe) => canBeSent(constraint, probe))
        .map((probe) => toParameterCheck(spec, constraint, probe, false)),
    ])
}

function toParameterCheck(
  { api, operation, base, open, toFeature }: ParameterCheckSpec,
  constraint: Constraint,
  probe: Probe,
  isValid: boolean,
): Check {
  const { path, clause, rule } = constraint
  const name = `${isValid ? 'accepts' : 'rejects'}-${path.join('.')}-${probe.name}`
  const either = findOpen(open, name)
  const feature = toFeature?.(path.join('.'))
  return defineCheck(either ? toOpenName(name) : name, {
    operation,
    ...(either && { quirk: either.quirk }),
    ...(feature !== undefined && { feature }),
    clause: `${clause}: ${rule}`,
    level: 'core',
    async run(context) {
      if (!isValid) skipUndocumentedStatus(context, operation)
      const input = probe.edits.reduce((edited, edit) => withEdit(edited, constraint, edit), await base(context))
      const sent = await context.target.send(operation, input)
      if (either) expectTolerance(context, sent, either.tolerance)
      else if (isValid) context.expectResponse(sent)
      else context.expectError(sent, api.dialect.codes.invalid)
    },
  })
}

/** A definition that lists the statuses of an operation without that of an invalid value does not state a rejection. */
function skipUndocumentedStatus({ api, profile, skip }: CoreContext, { errorStatuses }: Operation): void {
  const { status } = api.errors[api.dialect.codes.invalid] ?? {}
  if (profile !== 'documented' || !errorStatuses || status === undefined || errorStatuses.includes(status)) return
  skip(`the source does not list the status ${status}`)
}

/** A header cannot contain line breaks. */
function canBeSent({ in: place }: Constraint, { edits }: Probe): boolean {
  return place === 'query' || edits.every((edit) => !('set' in edit) || !/[\r\n]/.test(String(edit.set)))
}

/** Parameters are text on the wire. A removed parameter is not sent. */
function withEdit(input: Input, { in: place, path: [name = ''] }: Constraint, edit: Edit): Input {
  const value = 'set' in edit ? String(edit.set) : undefined
  return place === 'query'
    ? { ...input, query: { ...input.query, [name]: value } }
    : { ...input, headers: { ...input.headers, [name]: value } }
}
