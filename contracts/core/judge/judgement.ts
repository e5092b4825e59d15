import type { ApiWithQuirks } from '../../../schemas/core/api.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { Resource } from '../../../schemas/core/resource.ts'
import type { Finding } from '../assertions/expect.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Input } from '../http/wire-request.ts'

/** A rule that the judge tests on every response of a run. */
export const judgedRules = {
  'every-success-matches-schema': 'core',
  'every-error-has-documented-body': 'core',
  'no-response-is-a-server-error': 'core',
  'every-response-has-request-id': 'extended',
  'request-ids-are-unique': 'extended',
  'headers-are-not-repeated': 'core',
  'no-response-has-undocumented-properties': 'extended',
  'empty-response-has-no-content-type': 'extended',
  'fields-agree-with-other-operations': 'core',
  'etag-agrees-with-other-operations': 'core',
  'etag-follows-state': 'core',
  'times-have-documented-form': 'core',
  'modified-time-never-decreases': 'core',
  'ids-are-never-reused': 'core',
  'list-contains-existing-resources': 'core',
  'last-page-has-no-token': 'extended',
} as const

export type JudgedRule = keyof typeof judgedRules

/** A finding about an operation, and the exchange that shows it. */
export interface Judgement {
  readonly operation: string
  readonly rule: JudgedRule
  readonly finding: Finding
  readonly exchange: Exchange
}

export interface JudgeOptions {
  readonly api: ApiWithQuirks
  /** Everything that the API stores. */
  readonly resources: readonly Resource[]
  /** The profile `documented` judges only what the governing source states. */
  readonly profile: 'documented' | 'observed'
  /** With a delay, a read may return an old state, so the judge compares no states. */
  readonly consistencyMs: number
  /** Operations and places whose responses may have undocumented properties. */
  readonly allowUndocumented: readonly string[]
}

/** Tests every response of a run against everything that is known, without requests of its own. */
export interface Judge {
  /** Call it before a request is sent, and call its result with the exchange, or with nothing without a response. */
  readonly watch: (operation: Operation, input?: Input) => (exchange?: Exchange) => void
  /** The first finding of each operation and rule so far. */
  readonly findings: () => readonly Judgement[]
  /** Whether the run has a response of the operation that the rule applies to. */
  readonly hasSeen: (operation: string) => boolean
}
