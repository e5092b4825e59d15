import type { Assertion } from '../assertions/assertion.ts'
import type { ExchangeRecord } from '../http/exchange-record.ts'

/** Core checks test documented rules. Extended checks test observed rules, or rules about the environment of the target. */
export type Level = 'core' | 'extended'

/** A check, as outcomes and reports refer to it. */
export interface CheckRef {
  /** `CreateFunction › duplicate-name-is-rejected`: unique in its API. */
  readonly id: string
  readonly name: string
  readonly operation: string
  readonly clause: string
  readonly level: Level
  readonly quirk?: string
  /** The feature that the check needs. Default: the tag of the operation. */
  readonly feature?: string
}

/** Undocumented properties are a class of their own, because a setting may allow them. */
export type FindingClass = 'undocumented-property' | 'misspelled-property'

/**
 * Where a response is wrong.
 * - `status`: a documented success has another status, or is refused.
 * - `body`: the body is not the documented JSON, or is absent.
 * - `field`, `header`: a field or a header has a wrong value, or is absent.
 * - `error`: an error has another status, code or body.
 * - `acceptance`: a request that must be rejected is accepted.
 * - `effect`: a later response contradicts this one.
 * - `connection`: there is no complete response.
 * - `request`: the client sent a request that violates its schema.
 */
export type SymptomPart =
  | 'status'
  | 'body'
  | 'field'
  | 'header'
  | 'error'
  | 'acceptance'
  | 'effect'
  | 'connection'
  | 'request'

/** What is wrong with a response, without values of this run. Reports group violations by it. */
export interface Symptom {
  readonly part: SymptomPart
  /** The fields, the headers or the error codes. */
  readonly names: readonly string[]
  /** Such as `a number instead of a string`. */
  readonly problem: string
}

/** A rule that the target broke. */
export interface Violation {
  readonly check: string
  /** The operation that broke the rule. A check that calls several operations may blame another than its own. */
  readonly operation: string
  readonly clause: string
  readonly finding?: FindingClass
  readonly expected: string
  readonly actual: string
  /** Absent if the check compares responses by a rule of its own. */
  readonly symptom?: Symptom
  /** What a program can test in the response. Absent if the check compares responses. */
  readonly assertions?: readonly Assertion[]
  /** Only the form of a response is wrong: apart from it, the target kept the rule of the check. */
  readonly isForm?: true
  readonly exchange?: ExchangeRecord
  /** A shell command that sends the request again. */
  readonly curl?: string
}

/** Implementation-defined behaviour of the target. */
export interface Observation {
  /** The subject: `an unknown field in the body`. */
  readonly about: string
  /** The behaviour of the target: `accepted`. */
  readonly behaviour: string
}

/** Why a check has no verdict on the target. */
export type ErrorCause = 'setup' | 'unreachable' | 'throttled' | 'budget' | 'defect'

/** The facts that every outcome has. */
export interface Ended {
  readonly check: CheckRef
  readonly durationMs: number
  readonly observations: readonly Observation[]
  /** Number of requests that got a response, including set-up and clean-up. */
  readonly exchanges: number
  /** Every exchange in order, including those without a response. */
  readonly traffic?: readonly ExchangeRecord[]
  /** Why the same requests, one after another, do not repeat the check. */
  readonly unrepeatable?: string
  /** Names of the resources that the check created and could not remove. */
  readonly leftBehind: readonly string[]
}

/** The outcome of one check, as plain JSON. Only `failed` blames the target. */
export type Outcome = Ended &
  (
    | { readonly status: 'passed' }
    | { readonly status: 'failed'; readonly violation: Violation }
    | {
        readonly status: 'errored'
        readonly cause: ErrorCause
        readonly reason: string
        readonly exchange?: ExchangeRecord
        /** What is wrong with the response that prevented the check. */
        readonly symptom?: Symptom
      }
    | { readonly status: 'skipped'; readonly reason: string }
  )

export type Failed = Extract<Outcome, { status: 'failed' }>
export type Errored = Extract<Outcome, { status: 'errored' }>
export type Skipped = Extract<Outcome, { status: 'skipped' }>
