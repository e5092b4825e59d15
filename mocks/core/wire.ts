/**
 * Requests and responses between adapters and the emulator. They are plain values without types of a platform, so that
 * every adapter behaves the same.
 */
export interface WireRequest {
  /** In upper case. */
  readonly method: string
  /** As it was sent, percent-encoded and without the query. */
  readonly path: string
  /** As it was sent, without the question mark. Empty if there is no query. */
  readonly query: string
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array | undefined
  /** The `Host` header or the authority of the URL. Some clients omit the port, so do not build URLs from it. */
  readonly host: string
  /**
   * The origin that the client used to reach the adapter, for example `http://127.0.0.1:4010`. URLs in responses start
   * with it. Default: `http://` and `host`.
   */
  readonly origin?: string
  /** The adapter stopped reading the body at the emulator's limit. */
  readonly tooLarge?: boolean
}

export interface WireResponse {
  readonly status: number
  /** With the exact case of the wire, because some clients are case-sensitive. */
  readonly headers: Record<string, string>
  readonly body: string | Uint8Array | undefined
  /** A connection fault instead of the response or during it. */
  readonly connection?: ConnectionFault
  /** Delay of the response in milliseconds. */
  readonly delayMs?: number
}

/**
 * `reset` closes the connection without a response, `truncate` closes it after half of the body, `hang` sends nothing.
 */
export type ConnectionFault = 'reset' | 'truncate' | 'hang'
