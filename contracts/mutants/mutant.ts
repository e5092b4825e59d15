import type { WireRequest, WireResponse } from '../core/http/exchange.ts'

/** A response that can also break the connection. */
export interface MutantResponse extends WireResponse {
  /** `reset` closes the connection without a response, `cut` closes it after half of the body, `hang` never responds. */
  readonly connection?: 'reset' | 'cut' | 'hang'
}

/** A server as a function on plain values. */
export type Server = (request: WireRequest) => Promise<MutantResponse>

/** Puts a mutant in front of a server. State of the mutant belongs to that one server. */
export type Wrap = (server: Server) => Server

/** A server that breaks one rule of its contract. */
export interface Mutant {
  /** For example `S05-list-services`. Unique within its API. */
  readonly id: string
  /** Line of the catalogue of violations, for example `S05`. */
  readonly line: string
  /** The operation that breaks the rule. */
  readonly operation: string
  /** Operations that a finding may name instead. For example, if a write cannot be read back, either can be wrong. */
  readonly alsoNamed?: readonly string[]
  /** What the broken server does, as a phrase in lower case: `returns 201 instead of 200`. */
  readonly what: string
  /** The checks that must detect it: a check name of the operation, a check id, or a pattern of which one id must fail. */
  readonly caughtBy: readonly (string | RegExp)[]
  readonly wrap: Wrap
  /** The server verifies signatures, and the run signs its requests. */
  readonly auth?: true
}

/** A server that differs from the mock in a permitted way. The suite must not report findings for it. */
export interface BenignMutant {
  readonly id: string
  readonly line: string
  readonly what: string
  readonly wrap: Wrap
  /** Settings that a user of this server sets. */
  readonly config?: { readonly consistencyMs?: number; readonly allowUndocumented?: readonly string[] }
}

/** A line of the catalogue that has no mutant. */
export interface LeftOut {
  readonly line: string
  readonly summary: string
  readonly reason: string
}
