import type { WireRequest, WireResponse } from '../core/http/exchange.ts'

/** A response of a server that may be broken below HTTP, too. */
export interface MutantResponse extends WireResponse {
  /** `reset` closes the connection without a response, `cut` after half of the body, `hang` never returns. */
  readonly connection?: 'reset' | 'cut' | 'hang'
}

/** A server at the wire: plain values, whatever it is written in. */
export type Server = (request: WireRequest) => Promise<MutantResponse>

/** Puts itself before a server and breaks one rule of it. What it keeps in mind is of that one server. */
export type Wrap = (server: Server) => Server

/** One way in which a server can break its contract. */
export interface Mutant {
  /** `S05-list-services`: unique in its API. */
  readonly id: string
  /** Line of the catalogue: `S05`. */
  readonly line: string
  /** The operation that is at fault. */
  readonly operation: string
  /** Others that are named with equal right: where a write is not read back, either may be wrong. */
  readonly alsoNamed?: readonly string[]
  /** What the server does wrong, as a sentence without its end. */
  readonly what: string
  /**
   * The checks that must catch it, each by its name in the operation, its whole id, or a pattern of whole ids of which
   * one must fail.
   */
  readonly caughtBy: readonly (string | RegExp)[]
  readonly wrap: Wrap
  /** The server asks for signatures, and the run signs. */
  readonly auth?: true
}

/** What a suite must not mind: a leniency that the contract leaves. */
export interface BenignMutant {
  readonly id: string
  readonly line: string
  readonly what: string
  readonly wrap: Wrap
  /** What a user tells the suite about such a server. */
  readonly config?: { readonly consistencyMs?: number; readonly allowUndocumented?: readonly string[] }
}

/** A line of the catalogue without a mutant, and why. */
export interface LeftOut {
  readonly line: string
  /** What the line says, in short. */
  readonly says: string
  readonly reason: string
}
