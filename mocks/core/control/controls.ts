import type { ApiCoverage } from '../coverage.ts'
import type { FaultOptions, InjectedFault } from '../injected-faults/fault-options.ts'
import type { RequestLogEntry, RequestLogFilter } from '../request-log/entry.ts'
import type { Scope } from './scope.ts'
import type { Seed } from './seed.ts'

/**
 * Everything that can be done to a running mock besides sending it requests. Over HTTP the same stands under `/_mock/`.
 * What is wrong throws a {@link ControlError} that says what, and changes nothing.
 */
export interface Controls {
  readonly health: () => Health
  readonly ready: () => Readiness
  /**
   * Puts a namespace back to its beginning: its state, its clock, its faults and its request log. With an account, the
   * state of that account alone. Snapshots and coverage stay.
   */
  readonly reset: (scope?: Scope) => void
  /** The same for every namespace, and for faults that are for no namespace alone. */
  readonly resetAll: () => void
  /** Adds resources to every account of a namespace, those to come included, or to the one that is named. */
  readonly seed: (seed: Seed, scope?: Scope) => void
  /** Keeps the state of a namespace and says under which id. */
  readonly snapshot: (scope?: Pick<Scope, 'namespace'>) => string
  /** The snapshots that are kept, oldest first. */
  readonly snapshots: () => SnapshotSummary[]
  /** Puts the state of a snapshot back, or into another namespace. The snapshot stays as it is. */
  readonly restore: (id: string, into?: Pick<Scope, 'namespace'>) => void
  readonly dropSnapshots: () => void
  /** Copies the state of one namespace over another's. */
  readonly fork: (to: string, from?: string) => void
  /** The requests of late, newest last. */
  readonly requestLog: (filter?: RequestLogFilter) => RequestLogEntry[]
  readonly clearRequestLog: () => void
  readonly coverage: () => ApiCoverage[]
  readonly clearCoverage: () => void
  readonly clock: ClockControls
  readonly faults: FaultControls
  /** The state of all namespaces as JSON text. */
  readonly exportState: () => string
  /** Replaces the state of all namespaces by that of a text. A text that is not whole or not ours changes nothing. */
  readonly importState: (text: string) => void
  /** Counts the changes of state: as long as it stays, there is nothing new to export. */
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
  /** Operations that a handler returns. */
  readonly implemented: number
  readonly auth: 'off' | 'present' | 'verify'
  readonly strict: boolean
  readonly deterministic: boolean
}

export interface SnapshotSummary {
  readonly id: string
  readonly namespace: string
}

/** Each namespace has a clock of its own, which runs with the mock's until it is touched. */
export interface ClockControls {
  readonly read: (scope?: Pick<Scope, 'namespace'>) => ClockReading
  /** To milliseconds since 1970, or to an ISO date with a time zone. It runs on from there. */
  readonly set: (to: number | string, scope?: Pick<Scope, 'namespace'>) => ClockReading
  /** By milliseconds, 0 or more. */
  readonly advance: (byMs: number, scope?: Pick<Scope, 'namespace'>) => ClockReading
  /** Back to the mock's own time. */
  readonly release: (scope?: Pick<Scope, 'namespace'>) => ClockReading
}

export interface ClockReading {
  readonly namespace: string
  /** ISO, UTC. */
  readonly now: string
  /** Whether it was set or advanced. */
  readonly touched: boolean
}

export interface FaultControls {
  readonly list: () => InjectedFault[]
  readonly add: (plan: FaultOptions) => InjectedFault
  /** Removes one fault, or all. */
  readonly clear: (id?: string) => void
}
