/**
 * What a adapter hands to the emulator, and what it gets back. Plain values: no platform's request or response,
 * so that every adapter sees the same returns and none pays for another's types.
 */
export interface WireRequest {
  /** In capitals. */
  readonly method: string
  /** As it was sent, percent-encoding and all, without the query. */
  readonly path: string
  /** As it was sent, without the question mark; empty when there is none. */
  readonly query: string
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array | undefined
  /** The `Host` header or the URL's authority. Some clients drop the port: never build an address from it. */
  readonly host: string
  /**
   * Where the client reached this adapter, as `http://127.0.0.1:4010`: what addresses in responses begin with.
   * Adapters give it; without one, the host is taken at its word.
   */
  readonly origin?: string
  /** Set by a adapter that stopped reading the body at the emulator's limit. */
  readonly tooLarge?: boolean
}

export interface WireResponse {
  readonly status: number
  /** In the exact spelling of the wire; some clients index raw names. */
  readonly headers: Record<string, string>
  readonly body: string | Uint8Array | undefined
  /** What happens to the connection instead of, or during, the response. */
  readonly connection?: ConnectionFault
  /** How long the adapter waits before it returns, in milliseconds. */
  readonly delayMs?: number
}

/** `reset` closes the connection without a response, `truncate` after half of the body, `hang` never returns. */
export type ConnectionFault = 'reset' | 'truncate' | 'hang'
