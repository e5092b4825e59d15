import type { z } from 'zod'
import type { Mark } from './provenance.ts'

/** An error as it leaves the API: what every envelope is built from. */
export interface ErrorFacts {
  readonly code: string
  readonly message: string
  readonly requestId: string
}

/** A way to authenticate, as OpenAPI's security scheme object. */
export interface SecurityScheme {
  readonly type: 'apiKey'
  readonly in: 'header'
  readonly name: string
  readonly description: string
  readonly 'x-provenance'?: Mark
}

/**
 * Everything in which one API differs from another and that no operation states.
 * The core of the emulator and of the suite reads this object and never asks which API it serves.
 */
export interface Dialect<Code extends string = string> {
  /** The path that stands before every path template; `''` where templates are complete. */
  readonly basePath: string
  /** The vendor's host names, for interception. */
  readonly hosts: readonly RegExp[]
  readonly server: {
    readonly url: string
    readonly variables: Readonly<Record<string, { readonly default: string; readonly description: string }>>
  }
  readonly security: Readonly<Record<string, SecurityScheme>>
  /** Response header that carries the request id. */
  readonly requestIdHeader: string
  /** Model of every error body. */
  readonly errorModel: z.ZodObject
  /** Builds the body of an error. */
  readonly toErrorBody: (error: ErrorFacts) => Record<string, unknown>
  /** Codes for failures that happen before an operation's own rules apply. */
  readonly codes: {
    readonly invalid: Code
    readonly malformed: Code
    readonly tooLarge: Code
    readonly unknownPath: Code
    readonly unsupportedMethod: Code
    readonly internal: Code
  }
  /**
   * Codes of their own for body fields that break their schema, by the names that lead to the field, without places in
   * lists: `memory_size`, `mount_config.func_mounts.mount_type`. Other fields, and operations that do not list the
   * code, response `codes.invalid`.
   */
  readonly invalidCodes?: Readonly<Record<string, Code>>
  /** Clients of this API send `null` for a field that they leave unset. */
  readonly nullMeansAbsent: boolean
}
