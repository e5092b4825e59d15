import type { ExchangeRecord } from '../http/exchange-record.ts'

/** Core checks rest on a page; extended ones on what clients observe or on the world around the target. */
export type Level = 'core' | 'extended'

/** A check as outcomes and reports name it. */
export interface CheckRef {
  /** `CreateFunction › duplicate-name-is-rejected`: unique in its API. */
  readonly id: string
  readonly name: string
  readonly operation: string
  readonly clause: string
  readonly level: Level
  readonly quirk?: string
  /** What a target must support for the check to apply; the tag of the operation where nothing is said. */
  readonly feature?: string
}

/** Properties that nobody lists are found apart from broken promises: a team may let them be. */
export type FindingClass = 'unlisted-property' | 'misspelled-property'

/** A broken promise of the target. */
export interface Violation {
  readonly check: string
  /** The operation that broke it; another than the check's where a check calls several. */
  readonly operation: string
  readonly clause: string
  readonly finding?: FindingClass
  readonly expected: string
  readonly actual: string
  readonly exchange?: ExchangeRecord
  /** A shell line that sends the request again. */
  readonly curl?: string
}

/** Which way the target went where the page leaves it open. */
export interface Observation {
  /** What is open: `an unknown field in the body`. */
  readonly about: string
  /** What the target did. */
  readonly chose: string
}

/** Why a check came to no verdict on the target. */
export type ErrorCause = 'setup' | 'unreachable' | 'budget' | 'defect'

/** What every outcome says. */
export interface Ended {
  readonly check: CheckRef
  readonly durationMs: number
  readonly observations: readonly Observation[]
  /** Requests that were returned, set-up and clean-up included. */
  readonly exchanges: number
  /** Every exchange, in order; those without a response, too. */
  readonly traffic?: readonly ExchangeRecord[]
  /** What the check made and could not remove, by name. */
  readonly leftBehind: readonly string[]
}

/** How one check ended, as plain JSON. Only `failed` speaks about the target. */
export type Outcome = Ended &
  (
    | { readonly status: 'passed' }
    | { readonly status: 'failed'; readonly violation: Violation }
    | {
        readonly status: 'errored'
        readonly cause: ErrorCause
        readonly reason: string
        readonly exchange?: ExchangeRecord
      }
    | { readonly status: 'skipped'; readonly reason: string }
  )

export type Failed = Extract<Outcome, { status: 'failed' }>
export type Errored = Extract<Outcome, { status: 'errored' }>
export type Skipped = Extract<Outcome, { status: 'skipped' }>
