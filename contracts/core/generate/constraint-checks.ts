import type { Api } from '../../../schemas/core/api.ts'
import type { Probe } from '../../../schemas/core/constraint-probes.ts'
import { type Constraint, toConstraints } from '../../../schemas/core/constraints.ts'
import { applyEdits, readAt } from '../../../schemas/core/edits.ts'
import { toJsonSchema } from '../../../schemas/core/json-schema.ts'
import type { Json } from '../../../schemas/core/json-value.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import { type Check, defineCheck } from '../check.ts'
import type { CoreContext } from '../context.ts'
import { type Exchange, readJson } from '../http/exchange.ts'
import { isObject, type JsonObject, readObject } from '../assertions/expect-response.ts'
import { expectTolerance } from '../assertions/tolerance.ts'
import type { Level } from '../report/outcome.ts'
import type { Input } from '../http/wire-request.ts'
import { findOpen, type OpenProbes, toOpenName } from './open-probes.ts'

export interface ConstraintCheckSpec {
  readonly api: Api
  readonly operation: Operation
  /** A valid request of the operation under a new name; sets up what it needs. */
  readonly base: (context: CoreContext) => Promise<Input>
  /** Reads what such a request stores. */
  readonly read: Operation
  /** The path under which it can be read, or nothing where the request does not say it. */
  readonly toPath: (input: Input) => Readonly<Record<string, string>> | undefined
  /** What a refused request must leave behind: nothing, or what was there before, as it was. Default: nothing. */
  readonly leaves?: 'nothing' | 'what-was-there'
  /** Names of checks that are left out: they are written by hand. */
  readonly except?: RegExp
  /** What need not be refused. */
  readonly open?: readonly OpenProbes[]
  /** The request of `read`; its path alone where nothing is said. */
  readonly toReading?: (path: Readonly<Record<string, string>>, context: CoreContext) => Input
  /** Whether the response to the request itself must show what was accepted, in place of a reading. Default: `reading`. */
  readonly shows?: 'reading' | 'response'
  /** Fields that are another in each reading, and fields that no reading shows. */
  readonly unshown?: readonly string[]
  /** What the page asks for beside the values that a probe sets. */
  readonly complete?: (body: JsonObject) => JsonObject
  /** What is observed, though on no page, is tried too, at the level `extended`. */
  readonly withObserved?: true
  /** Names of checks whose values name things outside of the target, which may refuse what it cannot find there. */
  readonly mayRefuse?: RegExp
  /** The refusal that a breach must meet; `codes.invalid` of the dialect where nothing is said. */
  readonly expectRefusal?: (context: CoreContext, refused: Exchange, constraint: Constraint) => void
}

/**
 * A check for every documented boundary of a body: the value at it is accepted and reads back, the value just past it
 * is refused and nothing is stored or changed. What is only observed or inferred is left out.
 */
export function toConstraintChecks(spec: ConstraintCheckSpec): readonly Check[] {
  return toConstraints(spec.api, spec.operation)
    .filter((constraint) => constraint.in === 'body' && isTried(constraint, spec.withObserved))
    .flatMap((constraint) => [
      ...constraint.accepted.map((probe) => toAccepted(spec, constraint, probe)),
      ...constraint.refused.map((probe) => toRefused(spec, constraint, probe)),
    ])
    .filter(({ name }) => !spec.except?.test(name))
}

/** A default that is on no page is the client's: a server that returns what was sent is right. */
function isTried({ provenance, kind }: Constraint, withObserved = false): boolean {
  return provenance === 'documented' || (withObserved && provenance === 'observed' && kind !== 'default')
}

function toLevel({ provenance }: Constraint): Level {
  return provenance === 'documented' ? 'core' : 'extended'
}

function toAccepted(spec: ConstraintCheckSpec, constraint: Constraint, probe: Probe): Check {
  const { operation } = spec
  const name = toName('accepts', constraint, probe)
  return defineCheck(name, {
    operation,
    clause: toClause(constraint),
    level: toLevel(constraint),
    async run(context) {
      const input = withEdits(await spec.base(context), probe, spec.complete)
      const created = await context.target.send(operation, input)
      judge(operation, created, true)
      if (created.response.status === 400 && spec.mayRefuse?.test(name)) {
        toRefusal(spec, context, created, constraint)
        context.skip('the target refuses what does not exist outside of it')
      }
      const result = context.expectResponse(created)
      const expected = toExpected(spec, constraint, probe, input)
      context.expectFields(created, result, expected, spec.shows === 'response' ? 'absent-fails' : 'absent-passes')
      const path = spec.toPath(input)
      if (!path || spec.shows === 'response') return
      const read = await context.target.send(spec.read, toReading(spec, path, context))
      // A default is what the server goes by; it need not show it.
      const absent = constraint.kind === 'default' ? 'absent-passes' : 'absent-fails'
      context.expectFields(read, context.expectPresent(read), expected, absent)
    },
  })
}

function toRefused(spec: ConstraintCheckSpec, constraint: Constraint, probe: Probe): Check {
  const { operation } = spec
  const name = toName('rejects', constraint, probe)
  const either = findOpen(spec.open, name)
  if (either) return toOpen(spec, constraint, probe, either)
  return defineCheck(name, {
    operation,
    clause: toClause(constraint),
    level: toLevel(constraint),
    async run(context) {
      const base = await spec.base(context)
      const input = withEdits(base, probe, spec.complete)
      const path = spec.toPath(input)
      const isUpdate = spec.leaves === 'what-was-there'
      const reading = path && toReading(spec, path, context)
      const before = isUpdate && reading ? await context.target.send(spec.read, reading) : undefined
      if (before && !isTakenIn(before)) await context.given(Promise.resolve(before))
      const refused = await context.target.send(operation, input)
      judge(operation, refused, false)
      toRefusal(spec, context, refused, constraint)
      if (!reading) return
      const after = await context.target.send(spec.read, reading)
      if (!before) return context.expectAbsent(after)
      // What the thing was before may be of no documented form: that is the matter of whatever made it so.
      const now = isTakenIn(after) ? readObject(after) : context.expectPresent(after)
      const was = toListed(spec, readObject(before))
      context.expectFields(after, now, was, 'absent-fails')
      const added = Object.keys(toListed(spec, now)).filter((field) => was[field] === undefined)
      const finding = { expected: 'what was there before', actual: `${added.join(', ')} besides` }
      context.expectThat(added.length === 0, finding, after)
    },
  })
}

/** A value that may be taken or refused. What is stored of it then is not asked: no reading can be told from the other. */
function toOpen(
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
      const sent = await context.target.send(operation, withEdits(await base(context), probe, complete))
      expectTolerance(context, sent, tolerance)
    },
  })
}

function isTakenIn({ response }: Exchange): boolean {
  return response.status < 300
}

function toReading(spec: ConstraintCheckSpec, path: Readonly<Record<string, string>>, context: CoreContext): Input {
  return spec.toReading?.(path, context) ?? { path }
}

function toRefusal(spec: ConstraintCheckSpec, context: CoreContext, refused: Exchange, constraint: Constraint): void {
  if (spec.expectRefusal) spec.expectRefusal(context, refused, constraint)
  else context.expectError(refused, spec.api.dialect.codes.invalid)
}

function withEdits(input: Input, probe: Probe, complete: (body: JsonObject) => JsonObject = (body) => body): Input {
  const { body, ...rest } = input
  // A base request has a JSON body; an edit of the whole body may take it away.
  const edited = applyEdits(body as Json, probe.edits)
  return edited === undefined ? rest : { ...rest, body: isObject(edited) ? complete(edited) : edited }
}

/**
 * Judges the bytes that went out by the rules that a server has: a probe that is not what its name says would blame
 * the target for nothing.
 */
function judge(operation: Operation, { request }: Exchange, isValid: boolean): void {
  const reading = readJson(request.body)
  const isTaken = reading.ok && (operation.body?.schema.safeParse(reading.value).success ?? false)
  if (isTaken !== isValid) {
    throw new TypeError(`${operation.id}: the request is ${isTaken ? 'valid' : 'not valid'} though it should not be`)
  }
}

/** The edited top-level field, where the operation that reads it back documents it. */
function toExpected(spec: ConstraintCheckSpec, { path }: Constraint, probe: Probe, input: Input): JsonObject {
  const [field] = path
  if (typeof field !== 'string') return {}
  const value = probe.reads ? toNested(path.slice(1), probe.reads.value) : readAt(input.body, [field])
  return value === undefined ? {} : toListed(spec, { [field]: value })
}

/** A value inside objects, by the names that lead to it; nothing where it stands in a list. */
function toNested(names: Constraint['path'], value: Json): Json | undefined {
  if (names.some((name) => typeof name === 'number')) return undefined
  return names.reduceRight<Json>((inner, name) => ({ [name]: inner }), value)
}

/** The fields that the page lists in what an operation returns, and those that are observed where these are tried. */
function toListed(spec: ConstraintCheckSpec, fields: JsonObject): JsonObject {
  const { read, withObserved, unshown = [] } = spec
  const schemas = Object.values(read.success).flatMap(({ schema }) => (schema ? [toJsonSchema(schema)] : []))
  const isListed = (field: string) =>
    !unshown.includes(field) &&
    schemas.some(({ properties = {} }) => {
      const provenance = properties[field] && (properties[field]['x-provenance'] ?? 'documented')
      return provenance === 'documented' || (withObserved === true && provenance === 'observed')
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
