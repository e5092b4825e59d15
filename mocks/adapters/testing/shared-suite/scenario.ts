import type { MockOptions } from '../../options.ts'
import type { Ability } from './limits.ts'

/** Requests in a row to one fresh mock, and what must come back; told without any platform's types. */
export interface Scenario {
  /** A sentence. */
  readonly name: string
  /** Of the mock, besides `deterministic`. */
  readonly options?: MockOptions
  /** What a adapter's platform must be able to carry; nothing unusual unless given. */
  readonly needs?: Ability
  readonly steps: readonly Step[]
}

export interface Step {
  /** What is asked, in a few words. Later steps find the response by it. */
  readonly name: string
  readonly request: SuiteRequest | ((context: StepContext) => SuiteRequest)
  /** What every adapter must return, besides responding the same as the others. */
  readonly wants: Wanted
  /** The part of the body that adapters must agree on, where not all of it can be the same; all unless given. */
  readonly compare?: (body: unknown) => unknown
}

export interface SuiteRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** From the slash on, with its query; or an address that the mock itself has returned. */
  readonly path: string
  /** Whose host it is sent to, where a adapter returns at the vendors' hosts; FC's unless given. */
  readonly vendor?: Vendor
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON, with its content type. */
  readonly json?: unknown
  readonly bytes?: Uint8Array
}

export type Vendor = 'fc' | 'functiongraph'

export interface StepContext {
  /** The response to an earlier step. */
  readonly responseTo: (step: string) => SuiteResponse
}

/** A response, or that there was none: then the status is 0. */
export interface SuiteResponse {
  readonly status: number
  /** By lower-case name; without those that belong to the connection. */
  readonly headers: Readonly<Record<string, string>>
  /** The same names as the client got them. */
  readonly headerNames: readonly string[]
  /** Parsed where it is JSON, `{ hex }` where it is anything else, absent where there is none. */
  readonly body?: unknown
  /** The body broke off. */
  readonly isHalf?: true
}

export interface Wanted {
  readonly status: number
  /** The response has these headers, in these words. */
  readonly headers?: Readonly<Record<string, string>>
  /** The response's body has these members, and may have more. */
  readonly body?: unknown
}

/** Bytes as suites and responses write them. */
export function toHexText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A member of a response's body that is an object. */
export function member(response: SuiteResponse, name: string): unknown {
  // CommandInput only of JSON responses; whatever else it were, the step that sends it on would fail.
  return (response.body as Readonly<Record<string, unknown>> | undefined)?.[name]
}
