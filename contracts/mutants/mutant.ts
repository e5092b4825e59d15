import type { WireRequest, WireResponse } from '../core/http/exchange.ts'
import type { SiteKind } from './sites/site.ts'

/** A response that can also break the connection. */
export interface MutantResponse extends WireResponse {
  /** `reset` closes the connection without a response, `cut` closes it after half of the body, `hang` never responds. */
  readonly connection?: 'reset' | 'cut' | 'hang'
}

/** A server as a function on plain values. */
export type Server = (request: WireRequest) => Promise<MutantResponse>

/** Puts a mutant in front of a server. State of the mutant belongs to that one server. */
export type Wrap = (server: Server) => Server

/** A server that breaks one rule of its contract: an operator at a site. */
export interface Mutant {
  /** `drop-field @ GetService 200 description`. Unique within its API. */
  readonly id: string
  readonly operator: string
  readonly kind: SiteKind
  readonly operation: string
  /** Operations that a finding may name instead. */
  readonly alsoNamed: readonly string[]
  /** A sentence: `GetService omits description`. */
  readonly what: string
  /** The place of the source that forbids the behaviour. */
  readonly clause: string
  /** Who forbids the behaviour: the governing source, the definition of the vendor, or only the clients. */
  readonly profile: 'documented' | 'defined' | 'observed'
  readonly wrap: Wrap
  /** The server verifies signatures, and the run signs its requests. */
  readonly auth?: true
}

/** A server that differs from the mock in a way that no source forbids. The suite must not report findings for it. */
export interface BenignMutant extends Pick<Mutant, 'id' | 'operator' | 'operation' | 'what' | 'wrap'> {
  /** Settings that a user of this server sets. */
  readonly config?: { readonly allowUndocumented?: readonly string[] }
}
