import type { Operation } from '../../../schemas/core/operation.ts'
import { toCitation, toSuccessCitation } from '../../../schemas/core/source.ts'
import { toCheckRef } from '../check.ts'
import type { Contract } from '../contract.ts'
import { type JudgedRule, judgedRules, type RuleFacts } from '../judge/judgement.ts'
import type { CheckRef, Level } from '../report/outcome.ts'

/** The rules that only recorded traffic has. In a run of the suite, active checks test them. */
export const trafficRules = {
  'response-is-complete': { level: 'core' },
  'success-status-is-documented': { level: 'core' },
  'error-code-is-documented': { level: 'extended' },
  /** The client is at fault. */
  'request-matches-schema': { level: 'extended' },
} as const satisfies Readonly<Record<string, { readonly level: Level }>>

export type TrafficRule = keyof typeof trafficRules | JudgedRule

/** A check of recorded traffic: one rule of one operation. */
export interface TrafficCheck {
  readonly ref: CheckRef
  readonly rule: TrafficRule
}

/** The rules that need the body of a response. */
export const bodyRules: ReadonlySet<TrafficRule> = new Set([
  'error-code-is-documented',
  'every-success-matches-schema',
  'every-error-has-documented-body',
  'no-response-has-undocumented-properties',
  'empty-response-has-no-content-type',
  'times-have-documented-form',
])

const responseRules: ReadonlySet<TrafficRule> = new Set([
  ...bodyRules,
  'no-response-is-a-server-error',
  'every-response-has-request-id',
  'request-ids-are-unique',
  'headers-are-not-repeated',
])

/** Whether a rule compares responses with each other. It holds only if no other client changes the server. */
export function comparesStates(rule: TrafficRule): boolean {
  return isJudged(rule) && !responseRules.has(rule)
}

/** The reason for a rule that no source states. */
export function toObserved(rule: TrafficRule): string | undefined {
  const facts: RuleFacts | undefined = isJudged(rule) ? judgedRules[rule] : undefined
  return facts?.observed
}

/** The checks of recorded traffic: the passive checks of the suite and those of {@link trafficRules}. */
export function toTrafficChecks({ api, checks }: Pick<Contract, 'api' | 'checks'>): readonly TrafficCheck[] {
  const passive = checks.filter(({ isPassive }) => isPassive)
  return Object.values(api.operations).flatMap((operation) => [
    ...Object.entries(trafficRules).map(([rule, { level }]) => toCheck(operation, rule as TrafficRule, level)), // a key of the object
    ...passive.flatMap((check) =>
      check.operation === operation.id && isJudged(check.name) ? [{ ref: toCheckRef(check), rule: check.name }] : [],
    ),
  ])
}

function toCheck(operation: Operation, rule: TrafficRule, level: Level): TrafficCheck {
  const clause = rule.startsWith('success') ? toSuccessCitation(operation) : toCitation(operation.source)
  return { rule, ref: { id: `${operation.id} › ${rule}`, name: rule, operation: operation.id, clause, level } }
}

function isJudged(rule: string): rule is JudgedRule {
  return Object.hasOwn(judgedRules, rule)
}
