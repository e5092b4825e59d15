/** The event of an invocation: bytes, like the `Buffer` that functions for Node get. */
export class FunctionEvent extends Uint8Array {
  /** The event as text in UTF-8. */
  override toString(): string {
    return new TextDecoder().decode(this)
  }

  /** The event as JSON. Throws a `SyntaxError` if it is not JSON. */
  json(): unknown {
    return JSON.parse(this.toString())
  }
}

/** What a function knows about its invocation. The names are those of the vendor's runtime for Node. */
export interface FunctionContext {
  /** The id in the response header `X-Fc-Request-Id`. */
  readonly requestId: string
  /** Empty, as for a service without a role. */
  readonly credentials: {
    readonly accessKeyId: string
    readonly accessKeySecret: string
    readonly securityToken: string
  }
  readonly function: {
    readonly name: string
    readonly handler: string
    /** In MB. */
    readonly memory: number
    /** In seconds. */
    readonly timeout: number
  }
  readonly service: {
    readonly name: string
    readonly logProject: string
    readonly logStore: string
    /** The qualifier of the request, or LATEST. */
    readonly qualifier: string
    /** The version that runs: a version id, or LATEST. */
    readonly versionId: string
  }
  readonly region: string
  readonly accountId: string
  /** Writes to the log of the invocation. */
  readonly logger: Readonly<Record<LogLevel, (...values: readonly unknown[]) => void>>
  /** The environment variables of the function. The vendor's runtime has them in `process.env`. */
  readonly environmentVariables: Readonly<Record<string, string>>
  /** The request through an HTTP trigger. Absent for other invocations. */
  readonly http?: HttpRequest
}

export interface HttpRequest {
  readonly method: string
  /** The part after the name of the function, percent-encoded. It starts with a slash. */
  readonly path: string
  readonly query: URLSearchParams
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'log'] as const
type LogLevel = (typeof logLevels)[number]

/**
 * A function that runs in this process when a function of Function Compute is invoked. It returns a text, bytes, a JSON
 * value or an `Error`, or a promise of one of these. `undefined` is an empty body. A returned `Error` is an error that
 * the function handled, like one that a function for Node passes to its callback. A thrown error ends the function.
 * Source: the vendor's pages on the context and the errors of functions for Node.
 */
export type LocalFunction = (event: FunctionEvent, context: FunctionContext) => unknown
