import type { Api } from '../../../schemas/core/api.ts'
import { toCitation } from '../../../schemas/core/source.ts'
import { toStatusText } from '../assertions/expect-response.ts'
import { toCurl } from '../http/curl.ts'
import { bounds } from '../bounds.ts'
import { toFinding, toKey } from './finding.ts'
import type { Errored, Failed, Outcome, Symptom, Violation } from './outcome.ts'

export interface SettleFacts {
  readonly api: Api
  /** The ids of the checks, in the order of the contract. */
  readonly order: readonly string[]
  /** The operations that returned a success in this run. */
  readonly succeeded: ReadonlySet<string>
  /** The ids of known failures. Default: none. */
  readonly known?: ReadonlySet<string>
}

/** Outcomes in the order of the contract, with what only the whole run shows. */
export function settle(outcomes: readonly Outcome[], facts: SettleFacts): readonly Outcome[] {
  const places = new Map(facts.order.map((id, index) => [id, index]))
  const place = ({ check }: Outcome) => places.get(check.id) ?? places.size
  return skipRepeats(reportRefusals(reportFormOnce(outcomes.toSorted((a, b) => place(a) - place(b))), facts), facts)
}

/**
 * Checks that fail or cannot be set up because an operation does not work could not test their own rule. The first ones
 * report the fault. A known failure is always reported, and does not hide other checks.
 */
function skipRepeats(outcomes: readonly Outcome[], { known }: SettleFacts): readonly Outcome[] {
  const reporters = new Map<string, string[]>()
  return outcomes.map((outcome) => {
    const key = known?.has(outcome.check.id) ? undefined : toRepeatKey(outcome)
    if (key === undefined) return outcome
    const ids = reporters.get(key) ?? []
    reporters.set(key, ids)
    const [first] = ids
    if (ids.push(outcome.check.id) <= bounds.repeats || first === undefined) return outcome
    return toSkipped(outcome, `${bounds.repeats} checks report the same fault, first ${first}`)
  })
}

function toSkipped(
  { check, durationMs, observations, exchanges, traffic, leftBehind }: Outcome,
  reason: string,
): Outcome {
  const ended = { check, durationMs, observations, exchanges, ...(traffic && { traffic }), leftBehind }
  return { ...ended, status: 'skipped', reason }
}

/** The operation and the fault, if the fault prevents that checks test their own rules. */
function toRepeatKey(outcome: Outcome): string | undefined {
  const [finding] = toFinding(outcome)
  if (finding?.reported === undefined || !finding.symptom) return undefined
  const { reported, symptom } = finding
  if (outcome.status === 'errored') return `${reported}\nset-up\n${toKey(symptom)}`
  const { part, problem } = symptom
  switch (part) {
    case 'connection':
    case 'body':
      return `${reported}\n${part}`
    case 'status':
    case 'error': {
      const [serverError] = /^status 5\d\d/.exec(problem) ?? []
      return serverError && `${reported}\n${serverError}`
    }
    case 'field':
      return problem === 'absent' ? `${reported}\n${problem}` : undefined
    case 'effect':
      return `${reported}\n${toKey(symptom)}`
    default:
      return undefined
  }
}

/**
 * The same wrong form of the responses of an operation fails one check: the first, if possible one of this operation. The
 * others kept their own rule, so they pass.
 */
function reportFormOnce(outcomes: readonly Outcome[]): readonly Outcome[] {
  const reporters = new Map<string, Failed>()
  for (const outcome of outcomes) {
    const key = toFormKey(outcome)
    if (key === undefined || outcome.status !== 'failed') continue
    const reporter = reporters.get(key)
    const isOwn = ({ check, violation }: Failed) => check.operation === violation.operation
    if (!reporter || (isOwn(outcome) && !isOwn(reporter))) reporters.set(key, outcome)
  }
  return outcomes.map((outcome) => {
    const key = toFormKey(outcome)
    if (key === undefined || outcome.status !== 'failed' || reporters.get(key) === outcome) return outcome
    const { violation: _, ...ended } = outcome
    return { ...ended, status: 'passed' }
  })
}

function toFormKey(outcome: Outcome): string | undefined {
  if (outcome.status !== 'failed') return undefined
  const { isForm, symptom, operation } = outcome.violation
  return isForm && symptom ? `${operation}\n${toKey(symptom)}` : undefined
}

/**
 * An operation that refused every request of every set-up has violated its contract, because it never returns the
 * documented success. One check reports this, unless another violation already does.
 */
function reportRefusals(outcomes: readonly Outcome[], { api, succeeded }: SettleFacts): readonly Outcome[] {
  const blamed = new Set(
    outcomes.flatMap((outcome) =>
      outcome.status === 'failed' && isRefusal(outcome.violation.symptom) ? [outcome.violation.operation] : [],
    ),
  )
  const smallest = new Map<string, Errored>()
  for (const outcome of outcomes) {
    if (outcome.status !== 'errored' || outcome.cause !== 'setup' || !isRefusal(outcome.symptom)) continue
    const { operation } = outcome.exchange ?? {}
    if (operation === undefined || succeeded.has(operation) || blamed.has(operation)) continue
    const best = smallest.get(operation)
    if (!best || toSize(outcome) < toSize(best)) smallest.set(operation, outcome)
  }
  const examples = new Set<Outcome>(smallest.values())
  return outcomes.map((outcome) =>
    outcome.status === 'errored' && examples.has(outcome) ? toRefused(api, outcome) : outcome,
  )
}

function isRefusal(symptom: Symptom | undefined): boolean {
  return symptom?.part === 'status' || symptom?.part === 'connection'
}

function toSize({ exchange }: Errored): number {
  return (exchange?.request.bodyBytes ?? 0) + (exchange?.response?.bodyBytes ?? 0)
}

function toRefused(api: Api, { cause: _, reason, exchange, symptom, ...ended }: Errored): Outcome {
  const operation = Object.values(api.operations).find(({ id }) => id === exchange?.operation)
  if (!operation || !exchange) return { ...ended, status: 'errored', cause: 'setup', reason }
  const statuses = Object.keys(operation.success)
  const { response } = exchange
  const violation: Violation = {
    check: ended.check.id,
    operation: operation.id,
    clause: `${toCitation(operation.source)} ${statuses.join(', ')}`,
    assertions: [{ about: 'status', statuses: statuses.map(Number) }],
    expected: `status ${statuses.join(' or ')} for at least one of the valid requests of the run`,
    actual: response
      ? toStatusText(api, { response: { status: response.status, body: new TextEncoder().encode(response.body) } })
      : 'no complete response',
    ...(symptom && { symptom }),
    exchange,
    curl: toCurl(exchange),
  }
  return { ...ended, status: 'failed', violation }
}
