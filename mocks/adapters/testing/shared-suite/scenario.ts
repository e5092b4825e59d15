import type { MockOptions } from '../../options.ts'
import type { Ability } from './limits.ts'

/** A sequence of requests to a new mock, and the expected responses, without types of a platform. */
export interface Scenario {
  /** A sentence. */
  readonly name: string
  /** Options of the mock, in addition to `deterministic`. */
  readonly options?: MockOptions
  /** A feature that the platform of the adapter must support. */
  readonly needs?: Ability
  readonly steps: readonly Step[]
}

export interface Step {
  /** A short description. Later steps refer to the response by this name. */
  readonly name: string
  readonly request: SuiteRequest | ((context: StepContext) => SuiteRequest)
  /** The expected response. All adapters must also return the same response. */
  readonly wants: Wanted
  /** Selects the part of the body that must be the same for all adapters. Default: the whole body. */
  readonly compare?: (body: unknown) => unknown
}

export interface SuiteRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'
  /** The path with its query, or a URL that the mock has returned. */
  readonly path: string
  /** The vendor whose host receives the request. Default: FC. */
  readonly vendor?: Vendor
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON with its content type. */
  readonly json?: unknown
  readonly bytes?: Uint8Array
}

export type Vendor = 'fc' | 'functiongraph'

export interface StepContext {
  /** The response of an earlier step. */
  readonly responseTo: (step: string) => SuiteResponse
}

/** A response. The status is 0 if there was no response. */
export interface SuiteResponse {
  readonly status: number
  /** By lower-case name, without headers of the connection. */
  readonly headers: Readonly<Record<string, string>>
  /** The names of the headers as the client received them. */
  readonly headerNames: readonly string[]
  /** JSON is parsed, other bodies are `{ hex }`. Absent if there is no body. */
  readonly body?: unknown
  /** The body was truncated. */
  readonly isHalf?: true
}

export interface Wanted {
  readonly status: number
  /** The response has these headers with these values. */
  readonly headers?: Readonly<Record<string, string>>
  /** The body of the response has these members, and may have more. */
  readonly body?: unknown
}

/** Bytes as suites and responses write them. */
export function toHexText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A member of the body of a response. */
export function member(response: SuiteResponse, name: string): unknown {
  // Used only with JSON responses. Otherwise the step that uses the value fails.
  return (response.body as Readonly<Record<string, unknown>> | undefined)?.[name]
}
