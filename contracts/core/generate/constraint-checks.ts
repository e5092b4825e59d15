import { isField } from '../assertions/assertion.ts'
import type { Api } from '../../../schemas/core/api.ts'
import type { Probe } from '../../../schemas/core/constraint-probes.ts'
import { type Constraint, toConstraints } from '../../../schemas/core/constraints.ts'
import { applyEdits, readAt } from '../../../schemas/core/edits.ts'
import { type SchemaNode, toJsonSchema } from '../../../schemas/core/json-schema.ts'
import type { Json } from '../../../schemas/core/json-value.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { toSample } from '../../../schemas/core/sample.ts'
import { isObject, type JsonObject, readObject } from '../assertions/expect-response.ts'
import { expectTolerance } from '../assertions/tolerance.ts'
import { type Check, defineCheck } from '../check.ts'
import type { CoreContext } from '../context.ts'
import { type Exchange, readJson } from '../http/exchange.ts'
import type { Input } from '../http/wire-request.ts'
import type { Level } from '../report/outcome.ts'
import { findOpen, type OpenProbes, toOpenName } from './open-probes.ts'

export interface ConstraintCheckSpec {
  readonly api: Api
  readonly operation: Operation
  /** A valid request with a new name. Creates what the request needs. */
  readonly base: (context: CoreContext) => Promise<Input>
  /** Reads what the request stores. */
  readonly read: Operation
  /** The path for `read`. Undefined if the request does not determine it. */
  readonly toPath: (input: Input) => Readonly<Record<string, string>> | undefined
  /** The state that a rejected request must leave: no resource, or the unchanged earlier state. Default: `nothing`. */
  readonly leaves?: 'nothing' | 'earlier-state'
  /** A valid change beside each rejected value. It must not be stored. Default: the values of `base`. */
  readonly change?: JsonObject
  /** Names of checks that are not generated, because they exist by hand. */
  readonly except?: RegExp
  /** Values that a target may accept or reject. */
  readonly open?: readonly OpenProbes[]
  /** The input of `read`. Default: the path alone. */
  readonly toReading?: (path: Readonly<Record<string, string>>, context: CoreContext) => Input
  /** Whether the accepted value must appear in a read, or in the response to the request. Default: `reading`. */
  readonly shows?: 'reading' | 'response'
  /** Fields that differ in each read, or that no read contains. */
  readonly unshown?: readonly string[]
  /** Adds the fields that the source requires together with the values of a probe. */
  readonly complete?: (body: JsonObject) => JsonObject
  /** Also generates checks of observed constraints, at the level `extended`. */
  readonly withObserved?: true
  /** Names of checks whose values name external resources. A target may reject names that do not exist. */
  readonly mayReject?: RegExp
  /** Checks the error of a rejected request. Default: the code `codes.invalid` of the dialect. */
  readonly expectRejection?: (context: CoreContext, rejected: Exchange, constraint: Constraint) => void
}

/**
 * A check for each documented constraint of a body, on both sides of the limit. A valid value is accepted, and a read
 * returns it. An invalid value is rejected and changes nothing. Observed and inferred constraints have no checks by
 * default.
 */
export function toConstraintChecks(spec: ConstraintCheckSpec): readonly Check[] {
  return toConstraints(spec.api, spec.operation)
    .filter((constraint) => constraint.in === 'body' && isTried(constraint, spec.withObserved))
    .flatMap((constraint) => [
      ...constraint.accepted.map((probe) => toAcceptedCheck(spec, constraint, probe)),
      ...constraint.rejected.map((probe) => toRejectedCheck(spec, constraint, probe)),
    ])
    .filter(({ name }) => !spec.except?.test(name))
}

/** The profile `documented` enforces only the governing source. */
function skipUnstated({ profile, skip }: CoreContext, { provenance }: Constraint): void {
  if (provenance === 'defined' && profile === 'documented') skip('the governing source does not state the rule')
}

/** Excludes observed defaults: these are defaults of the clients, so a server may return the request unchanged. */
function isTried({ provenance, kind }: Constraint, withObserved = false): boolean {
  const isStated = provenance === 'documented' || provenance === 'defined'
  return isStated || (withObserved && provenance === 'observed' && kind !== 'default')
}

function toLevel({ provenance }: Constraint): Level {
  return provenance === 'documented' ? 'core' : 'extended'
}

function toAcceptedCheck(spec: ConstraintCheckSpec, constraint: Constraint, probe: Probe): Check {
  const { operation } = spec
  const name = toName('accepts', constraint, probe)
  return defineCheck(name, {
    operation,
    clause: toClause(constraint),
    level: toLevel(constraint),
    async run(context) {
      skipUnstated(context, constraint)
      const input = withEdits(await spec.base(context), probe, spec.complete)
      const created = await context.target.send(operation, input)
      verifyProbe(operation, created, true)
      if (created.response.status === 400 && spec.mayReject?.test(name)) {
        expectRejected(spec, context, created, constraint)
        context.skip('the target rejects names of external resources that do not exist')
      }
      const result = context.expectResponse(created)
      if (isUnshownDefault(context, constraint, result)) return
      const expected = toExpected(spec, constraint, probe, input)
      context.expectFields(created, result, expected, spec.shows === 'response' ? 'absent-fails' : 'absent-passes')
      const path = spec.toPath(input)
      if (!path || spec.shows === 'response') return
      const read = await context.target.send(spec.read, toReading(spec, path, context))
      // The server applies the default, but need not return it.
      const absent = constraint.kind === 'default' ? 'absent-passes' : 'absent-fails'
      context.expectFields(read, context.expectPresent(read), expected, absent)
    },
  })
}

function toRejectedCheck(spec: ConstraintCheckSpec, constraint: Constraint, probe: Probe): Check {
  const { operation } = spec
  const name = toName('rejects', constraint, probe)
  const either = findOpen(spec.open, name)
  if (either) return toOpenCheck(spec, constraint, probe, either)
  return defineCheck(name, {
    operation,
    clause: toClause(constraint),
    level: toLevel(constraint),
    async run(context) {
      skipUnstated(context, constraint)
      const { body, ...rest } = await spec.base(context)
      const base = { ...rest, body: isObject(body) ? { ...body, ...spec.change } : body }
      const input = withEdits(base, probe, spec.complete)
      const path = spec.toPath(input)
      const isUpdate = spec.leaves === 'earlier-state'
      const reading = path && toReading(spec, path, context)
      const before = isUpdate && reading ? await context.target.send(spec.read, reading) : undefined
      if (before && !isSuccess(before)) await context.given(Promise.resolve(before))
      for (const one of [input, ...toLaterItem(operation, input, probe)]) {
        const rejected = await context.target.send(operation, one)
        if (!probe.isBeyondSchema) verifyProbe(operation, rejected, false)
        expectRejected(spec, context, rejected, constraint)
      }
      if (!reading) return
      const after = await context.target.send(spec.read, reading)
      if (!before) return context.expectAbsent(after)
      // An earlier request may have caused an undocumented state. This check does not report it.
      const now = isSuccess(after) ? readObject(after) : context.expectPresent(after)
      const was = toListed(spec, readObject(before))
      context.expectFields(after, now, was, 'absent-fails')
      const added = Object.keys(toListed(spec, now)).filter((field) => was[field] === undefined)
      const finding = {
        expected: 'the unchanged earlier state',
        actual: `the additional fields ${added.join(', ')}`,
        assertions: added.map((field) => isField([field], { is: 'absent' })),
      }
      context.expectThat(added.length === 0, finding, after)
    },
  })
}

/**
 * A value that may be accepted or rejected. The stored value is not checked, because both interpretations are valid.
 */
function toOpenCheck(
  spec: ConstraintCheckSpec,
  constraint: Constraint,
  probe: Probe,
  { tolerance, quirk }: OpenProbes,
): Check {
  const { operation, base, complete } = spec
  return defineCheck(toOpenName(toName('rejects', constraint, probe)), {
    operation,
    quirk,
    clause: toClause(constraint),
    level: toLevel(constraint),
    async run(context) {
      skipUnstated(context, constraint)
      const sent = await context.target.send(operation, withEdits(await base(context), probe, complete))
      expectTolerance(context, sent, tolerance)
    },
  })
}

function isSuccess({ response }: Exchange): boolean {
  return response.status < 300
}

function toReading(spec: ConstraintCheckSpec, path: Readonly<Record<string, string>>, context: CoreContext): Input {
  return spec.toReading?.(path, context) ?? { path }
}

function expectRejected(
  spec: ConstraintCheckSpec,
  context: CoreContext,
  rejected: Exchange,
  constraint: Constraint,
): void {
  if (spec.expectRejection) spec.expectRejection(context, rejected, constraint)
  else context.expectError(rejected, spec.api.dialect.codes.invalid)
}

function withEdits(input: Input, probe: Probe, complete: (body: JsonObject) => JsonObject = (body) => body): Input {
  const { body, ...rest } = input
  // The base request has a JSON body. An edit of the whole body may remove it.
  const edited = applyEdits(body as Json, probe.edits)
  return edited === undefined ? rest : { ...rest, body: isObject(edited) ? complete(edited) : edited }
}

/** The same invalid item in a list, after a valid one. Empty if the value is in no list. */
function toLaterItem({ body }: Operation, input: Input, { edits }: Probe): readonly Input[] {
  const path = edits.at(-1)?.path ?? []
  const list = path.slice(0, Math.max(0, path.indexOf(0)))
  const items = readAt(input.body, list)
  if (!body || list.length === 0 || !Array.isArray(items)) return []
  const node = list.reduce<SchemaNode>((inner, name) => inner.properties?.[name] ?? {}, toJsonSchema(body.schema))
  const set = [toSample(node.items ?? {}), ...items] as Json[]
  return [{ ...input, body: applyEdits(input.body as Json, [{ path: list, set }]) }]
}

/**
 * Compares the sent bytes with the schema. A probe that does not match the name of its check must not cause a
 * violation.
 */
function verifyProbe(operation: Operation, { request }: Exchange, isValid: boolean): void {
  const reading = readJson(request.body)
  const isAccepted = reading.ok && (operation.body?.schema.safeParse(reading.value).success ?? false)
  if (isAccepted !== isValid) {
    throw new TypeError(
      `${operation.id}: the request is ${isAccepted ? 'valid' : 'invalid'}, contrary to the name of the check`,
    )
  }
}

/** A source that states a default of a nested field does not state that a response contains it. Clients read it. */
function isUnshownDefault({ profile }: CoreContext, { kind, path }: Constraint, result: JsonObject): boolean {
  return profile === 'documented' && kind === 'default' && readAt(result as Json, path) === undefined
}

/** The edited top-level field, if `read` documents it. */
function toExpected(spec: ConstraintCheckSpec, { path }: Constraint, probe: Probe, input: Input): JsonObject {
  const [field] = path
  if (typeof field !== 'string') return {}
  const value = probe.reads ? toNested(path.slice(1), probe.reads.value) : readAt(input.body, [field])
  return value === undefined ? {} : toListed(spec, { [field]: value })
}

/** The value nested under these names. Undefined if the path contains a list. */
function toNested(names: Constraint['path'], value: Json): Json | undefined {
  if (names.some((name) => typeof name === 'number')) return undefined
  return names.reduceRight<Json>((inner, name) => ({ [name]: inner }), value)
}

/** The documented fields of `read`, and the observed ones if these have checks. */
function toListed(spec: ConstraintCheckSpec, fields: JsonObject): JsonObject {
  const { read, withObserved, unshown = [] } = spec
  const schemas = Object.values(read.success).flatMap(({ schema }) => (schema ? [toJsonSchema(schema)] : []))
  const isListed = (field: string) =>
    !unshown.includes(field) &&
    schemas.some(({ properties = {} }) => {
      const provenance = properties[field] && (properties[field]['x-provenance'] ?? 'documented')
      const isStated = provenance === 'documented' || provenance === 'defined'
      return isStated || (withObserved === true && provenance === 'observed')
    })
  return Object.fromEntries(Object.entries(fields).filter(([field]) => isListed(field)))
}

function toName(verb: string, { path, kind, rule }: Constraint, probe: Probe): string {
  const field = path.length > 0 ? path.join('.') : 'body'
  const words = kind === 'rule' ? [verb, field, rule, probe.name] : [verb, field, kind, probe.name]
  return words.join('-').replaceAll(/[\s,]+/g, '-')
}

function toClause({ clause, rule }: Constraint): string {
  return `${clause}: ${rule}`
}
