import type { Explanation } from '../auth/result.ts'
import type { ConnectionFault } from '../wire.ts'

/** One request and its response. Secrets are masked, long bodies cut. */
export interface RequestLogEntry {
  /** 1, 2, … in the order in which requests came. */
  readonly id: number
  /** By the clock of the namespace; ISO, UTC. */
  readonly time: string
  /** The API whose path it is; absent where nothing is served there. */
  readonly api?: string
  /** Absent where no operation has the path and the method. */
  readonly operation?: string
  readonly namespace: string
  /** The account that the request names or that its credentials have; absent where it has none. */
  readonly account?: string
  readonly request: {
    readonly method: string
    /** As it was sent. */
    readonly path: string
    readonly query: string
    readonly headers: Readonly<Record<string, string>>
    readonly body?: LoggedBody
  }
  readonly response: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body?: LoggedBody
    readonly delayMs?: number
    readonly connection?: ConnectionFault
  }
  /** The error code of the response. */
  readonly code?: string
  /** The rule that was broken. */
  readonly rule?: string
  /** What the pages do not list and was taken nevertheless. */
  readonly leniencies: readonly Leniency[]
  /** Id of the injected fault that it met. */
  readonly faultId?: string
  /** Of a wrong signature, where explanations are asked for. */
  readonly explanation?: Explanation
}

/** A body, as text where it is UTF-8. */
export interface LoggedBody {
  readonly text?: string
  readonly base64?: string
  /** Of the whole body; the request log may hold less. */
  readonly bytes: number
  readonly truncated: boolean
}

/** Something in a request that the pages do not list. */
export interface Leniency {
  readonly in: 'body' | 'query' | 'header'
  /** `nasConfig.mountPoints[0].depth`; the name of a parameter. */
  readonly field: string
  /**
   * `unknown`: nobody knows the field. `undocumented`: known of clients, in no table. `value`: the field is listed, the
   * value is not.
   */
  readonly kind: 'unknown' | 'undocumented' | 'value'
}

/** What an entry must have; what is not given is not asked. */
export interface RequestLogFilter {
  readonly api?: string | undefined
  readonly operation?: string | undefined
  readonly namespace?: string | undefined
  readonly account?: string | undefined
  readonly status?: number | undefined
  readonly code?: string | undefined
  /** A part of the path as it was sent. */
  readonly path?: string | undefined
  /** Entries with a greater id; or, as an ISO date, not older than this. */
  readonly since?: number | string | undefined
  /** Only the newest of what is found. */
  readonly limit?: number | undefined
}
