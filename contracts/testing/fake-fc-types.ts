import type { ServerResponse } from 'node:http'

/** What a fake overlooks when it looks at signatures. */
export interface FakeAuth {
  /** Parts of the string to sign that it does not look at. */
  readonly ignores?: readonly ('method' | 'contentType' | 'date' | 'headers' | 'path')[]
  /** Requests that it lets in though they are not signed well. */
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
  /** It refuses right signatures: of a clock that is a little off, or of headers in capitals. */
  readonly refuses?: readonly ('any-skew' | 'capitals' | 'second-use')[]
  /** The key is temporary: a token goes with it, which a fake may not look for. */
  readonly token?: 'needed' | 'not-looked-for'
}

/** A response before it is sent; a fault may change it. */
export interface MutableResponse {
  status: number
  headers: Record<string, string>
  body: unknown
  /** Sent in place of the body, as it is. */
  raw?: string | Uint8Array
}

/** A request as the server reads it; a fault may change it before it is returned. */
export interface Request {
  readonly method: string
  /** The path below the base path. */
  path: string
  readonly query: URLSearchParams
  readonly headers: Record<string, string | undefined>
  body: string
  /** The header names as they were spelled. */
  readonly rawHeaders: readonly string[]
  /** The decoded path with the base path. */
  readonly fullPath: string
  /** Id of the operation that has this method and path. */
  readonly operation: string | undefined
  /** Where the server listens. */
  readonly origin: string
}

export type Row = Record<string, unknown>
/** Everything that is stored, by path. A version's snapshot stands at `/services/name.1`. */
export type State = Map<string, Row>

/** One departure from the contract. */
export interface FakeFault {
  /** Changes a request, or the state, before the request is returned. */
  readonly before?: (request: Request, state: State) => void
  /** Changes a response; the state is the server's own, keyed by path. */
  readonly alter?: (received: MutableResponse, request: Request, state: State) => void
  /** Takes the place of the server for one request; true where it did. */
  readonly take?: (request: Request, response: ServerResponse) => boolean
  /** What it overlooks in signatures. `off`, and nothing said: it does not look at any. */
  readonly auth?: FakeAuth | 'off'
  /** Duplicates overwrite what is there. */
  readonly overwrites?: boolean
  /** Bodies are taken as they come. */
  readonly validates?: false
  /** Nothing is ever deleted. */
  readonly keeps?: true
  /** Parents are deleted whatever they have. */
  readonly orphans?: true
  /** Versions are published without a change. */
  readonly republishes?: true
  /** Lists go backwards by name. */
  readonly descends?: true
  /** Changes what is stored by a creation. */
  readonly store?: (row: Row) => void
}
