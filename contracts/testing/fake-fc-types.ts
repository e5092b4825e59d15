import type { ServerResponse } from 'node:http'

/** What a fake does not verify in signatures. */
export interface FakeAuth {
  /** Parts of the string to sign that are not verified. */
  readonly ignores?: readonly ('method' | 'contentType' | 'date' | 'headers' | 'path')[]
  /** Wrongly signed requests that are accepted. */
  readonly lets?: readonly (
    | 'unsigned'
    | 'undocumented'
    | 'skewed'
    | 'sha1'
    | 'other-schemes'
    | 'cut-off'
    | 'other-ends'
    | 'any-signature'
  )[]
  /** Rejects correct signatures with a small clock difference or with header names in capitals. */
  readonly refuses?: readonly ('any-skew' | 'capitals' | 'second-use')[]
  /** The key is temporary. A fake may ignore its token. */
  readonly token?: 'needed' | 'not-looked-for'
}

/** A response before it is sent. A fault may change it. */
export interface MutableResponse {
  status: number
  headers: Record<string, string>
  body: unknown
  /** Sent instead of the body. */
  raw?: string | Uint8Array
}

/** A request. A fault may change it before it is handled. */
export interface Request {
  readonly method: string
  /** The path below the base path. */
  path: string
  readonly query: URLSearchParams
  readonly headers: Record<string, string | undefined>
  body: string
  /** The header names in their original case. */
  readonly rawHeaders: readonly string[]
  /** The decoded path with the base path. */
  readonly fullPath: string
  /** Id of the operation that has this method and path. */
  readonly operation: string | undefined
  /** Where the server listens. */
  readonly origin: string
}

export type Row = Record<string, unknown>
/** Everything that is stored, by path. The state of a version has the path `/services/name.1`. */
export type State = Map<string, Row>

/** One departure from the contract. */
export interface FakeFault {
  /** Changes a request, or the state, before the request is returned. */
  readonly before?: (request: Request, state: State) => void
  /** Changes a response, or the state of the server. */
  readonly alter?: (received: MutableResponse, request: Request, state: State) => void
  /** Handles one request instead of the server. Returns whether it did. */
  readonly take?: (request: Request, response: ServerResponse) => boolean
  /** What is not verified in signatures. `off` or absent: signatures are not verified. */
  readonly auth?: FakeAuth | 'off'
  /** Duplicates overwrite the first resource. */
  readonly overwrites?: boolean
  /** Bodies are not validated. */
  readonly validates?: false
  /** Nothing is ever deleted. */
  readonly keeps?: true
  /** Parents are deleted with their children. */
  readonly orphans?: true
  /** Versions are published without a change. */
  readonly republishes?: true
  /** Lists are in descending order by name. */
  readonly descends?: true
  /** Changes what a creation stores. */
  readonly store?: (row: Row) => void
}
