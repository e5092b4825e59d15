import type { ApiWithQuirks } from '../../../schemas/core/api.ts'
import type { Operation } from '../../../schemas/core/operation.ts'
import type { Resource } from '../../../schemas/core/resource.ts'
import type { Finding } from '../assertions/expect.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Input } from '../http/wire-request.ts'
import type { Level } from '../report/outcome.ts'

/** The rules that the judge tests on every response of a run. `observed`: what clients depend on, if no source states it. */
export const judgedRules = {
  'every-success-matches-schema': { level: 'core', needsOperation: true },
  'every-error-has-documented-body': { level: 'core', needsOperation: true },
  'no-response-is-a-server-error': { level: 'core' },
  'every-response-has-request-id': { level: 'extended', observed: 'every response has a request id' },
  'request-ids-are-unique': { level: 'extended', observed: 'every response has its own request id' },
  'headers-are-not-repeated': { level: 'core' },
  'no-response-has-undocumented-properties': { level: 'extended', needsOperation: true },
  'empty-response-has-no-content-type': {
    level: 'extended',
    observed: 'clients read a body wherever they find a content type',
  },
  'fields-agree-with-other-operations': { level: 'core' },
  'etag-agrees-with-other-operations': { level: 'core' },
  'etag-follows-state': { level: 'core' },
  'times-have-documented-form': { level: 'core' },
  'modified-time-never-decreases': { level: 'core' },
  'times-are-of-one-clock': { level: 'core' },
  'ids-are-never-reused': { level: 'core' },
  'list-contains-existing-resources': { level: 'core' },
  'last-page-has-no-token': { level: 'extended', observed: 'the last page of a list has no token' },
} as const satisfies Readonly<Record<string, RuleFacts>>

/** `needsOperation`: the rule follows from the contract of an operation. The others hold for every response of a server. */
export interface RuleFacts {
  readonly level: Level
  readonly observed?: string
  readonly needsOperation?: true
}

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
  /** The time of the exchange that is judged, in milliseconds since 1970. Default: the time of the clock. */
  readonly now?: () => number
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
