import type { Explanation } from '../auth/result.ts'
import type { Names } from '../names.ts'
import type { ConnectionFault } from '../wire.ts'

/** One request and its response. Secrets are replaced, and long bodies are truncated. */
export interface RequestLogEntry {
  /** Consecutive numbers, starting with 1. */
  readonly id: number
  /** The time of the namespace's clock. ISO, UTC. */
  readonly time: string
  /** The API that serves the path; absent if no API does. */
  readonly api?: string
  /** Absent if no operation has this path and method. */
  readonly operation?: string
  /** What the request is for if it belongs to no operation: `HTTP trigger` or `code download`. */
  readonly purpose?: string
  readonly namespace: string
  /** The account of the credentials, or the account that the request names; absent if there is none. */
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
  /** The violated rule. Absent if a fault was injected instead of the response. */
  readonly rule?: string
  /** The URL of the source of the rule. */
  readonly ruleUrl?: string
  /** The leniencies that the request relied on: at most 50. */
  readonly leniencies: readonly Leniency[]
  /** The number of leniencies if there are more than 50. */
  readonly leniencyCount?: number
  /** Id of the injected fault that was applied. */
  readonly faultId?: string
  /** For a wrong signature, if explanations are enabled. */
  readonly explanation?: Explanation
}

/** A body, as text if it is UTF-8. */
export interface LoggedBody {
  readonly text?: string
  readonly base64?: string
  /** Size of the whole body. The request log may contain less. */
  readonly bytes: number
  readonly truncated: boolean
}

/** Something in a request that is undocumented and that the mock accepts unless it is strict. */
export interface Leniency {
  readonly in: 'body' | 'query' | 'header'
  /** `nasConfig.mountPoints[0].depth`, or the name of a parameter. */
  readonly field: string
  /**
   * - `unknown`: the field has no known meaning.
   * - `undocumented`: clients send the field, but it is not documented.
   * - `value`: the field is documented, but its value is not.
   * - `case`: the name differs from the name of a field only in case.
   * - `null`: the value is null, which stands for an absent value.
   * - `empty`: an object without its required fields, which stands for an absent value.
   * - `rule`: the value breaks a rule that the governing source does not state, or a required field is absent.
   */
  readonly kind: 'unknown' | 'undocumented' | 'value' | 'case' | 'null' | 'empty' | 'rule'
  /** The broken rule, for the kind `rule`. */
  readonly rule?: string
}

export const filterNames: Readonly<Record<keyof RequestLogFilter, true>> = {
  api: true,
  operation: true,
  purpose: true,
  namespace: true,
  account: true,
  status: true,
  code: true,
  path: true,
  since: true,
  limit: true,
}

/** Criteria that an entry must meet. Absent criteria match every entry. */
export interface RequestLogFilter<N extends Names = Names> {
  readonly api?: N['api'] | undefined
  readonly operation?: N['operation'] | undefined
  readonly purpose?: string | undefined
  readonly namespace?: string | undefined
  readonly account?: string | undefined
  readonly status?: number | undefined
  readonly code?: string | undefined
  /** A part of the path as it was sent. */
  readonly path?: string | undefined
  /** Entries with a greater id, or entries since an ISO date. */
  readonly since?: number | string | undefined
  /** Only the newest entries that match. */
  readonly limit?: number | undefined
}
