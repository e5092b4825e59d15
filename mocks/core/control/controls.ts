import type { ApiCoverage } from '../coverage.ts'
import type { FaultOptions, InjectedFault } from '../injected-faults/fault-options.ts'
import type { RequestLogEntry, RequestLogFilter } from '../request-log/entry.ts'
import type { RequestExpectations } from '../request-log/request-expectations.ts'
import type { Names } from '../names.ts'
import type { OutboxEntry } from '../store.ts'
import type { AccountResources } from './resources.ts'
import type { Scope } from './scope.ts'

/**
 * Controls a running mock. `/_mock/` offers the same over HTTP. An invalid call throws a {@link ControlError} and
 * changes nothing.
 */
export interface Controls<N extends Names = Names> {
  readonly health: () => Health
  readonly ready: () => Readiness
  /**
   * Resets a namespace: its state, its clock, its faults and its request log. With an account, only the state of that
   * account is reset. Snapshots and coverage are kept.
   */
  readonly reset: (scope?: Scope) => void
  /** Resets every namespace, and removes faults that apply to all namespaces. */
  readonly resetAll: () => void
  /**
   * Adds resources to every account of a namespace, including accounts that are first used later, or to one account.
   */
  readonly seed: (seed: N['seed'], scope?: Scope) => void
  /** Stores the state of a namespace and returns the id of the snapshot. */
  readonly snapshot: (scope?: Pick<Scope, 'namespace'>) => string
  /** The stored snapshots, oldest first. */
  readonly snapshots: () => SnapshotSummary[]
  /** Restores a snapshot to its namespace or to another. The snapshot is kept. */
  readonly restore: (id: string, into?: Pick<Scope, 'namespace'>) => void
  /** Removes one snapshot, or all snapshots. */
  readonly dropSnapshots: (id?: string) => void
  /** Copies the state of one namespace to another, replacing its state. */
  readonly fork: (to: string, from?: string) => void
  /** The latest requests, newest last. */
  readonly requestLog: (filter?: RequestLogFilter<N>) => RequestLogEntry[]
  readonly clearRequestLog: () => void
  /** Assertions about the requests in the request log. */
  readonly requests: RequestExpectations<N>
  /** What the emulated services would have sent to other services: in all accounts of a namespace, or in one account. */
  readonly outbox: (scope?: Scope) => OutboxEntry[]
  readonly clearOutbox: (scope?: Scope) => void
  /** The names of the namespaces that store something, and `default`. */
  readonly namespaces: () => string[]
  /** The stored resources of a namespace. Secrets are replaced. */
  readonly resources: (scope?: Pick<Scope, 'namespace'>) => AccountResources[]
  readonly coverage: () => ApiCoverage[]
  readonly clearCoverage: () => void
  readonly clock: ClockControls
  readonly faults: FaultControls<N>
  /** The state of all namespaces as JSON text. */
  readonly exportState: () => string
  /** Replaces the state of all namespaces with an exported state. Invalid text changes nothing. */
  readonly importState: (text: string) => void
  /** The number of state changes so far. While it stays the same, an exported state is up to date. */
  readonly revision: () => number
}

export interface Health {
  readonly status: 'ok'
  readonly apis: readonly string[]
}

export interface Readiness {
  readonly status: 'ready'
  readonly apis: readonly string[]
  readonly operations: number
  /** Operations that have a handler. */
  readonly implemented: number
  readonly auth: 'off' | 'present' | 'verify'
  readonly strict: boolean
  readonly deterministic: boolean
}

export interface SnapshotSummary {
  readonly id: string
  readonly namespace: string
  /** The time of the namespace's clock. ISO, UTC. */
  readonly time: string
  /** Size of the state in the form that {@link Controls.exportState} writes. */
  readonly bytes: number
}

/** Each namespace has its own clock. It follows the clock of the mock until it is set or advanced. */
export interface ClockControls {
  readonly read: (scope?: Pick<Scope, 'namespace'>) => ClockReading
  /** Sets the time, in milliseconds since 1970 or as an ISO date with a time zone. The clock continues from there. */
  readonly set: (to: number | string, scope?: Pick<Scope, 'namespace'>) => ClockReading
  /** In milliseconds, 0 or more. */
  readonly advance: (byMs: number, scope?: Pick<Scope, 'namespace'>) => ClockReading
  /** Returns to the time of the mock. */
  readonly release: (scope?: Pick<Scope, 'namespace'>) => ClockReading
}

export interface ClockReading {
  readonly namespace: string
  /** ISO, UTC. */
  readonly now: string
  /** Whether the clock was set or advanced. */
  readonly touched: boolean
}

export interface FaultControls<N extends Names = Names> {
  readonly list: () => InjectedFault[]
  readonly add: (plan: FaultOptions<N>) => InjectedFault
  /** Removes one fault, or all faults. */
  readonly clear: (id?: string) => void
}
