import type { z } from 'zod'
import type { Mark } from './provenance.ts'

/** The data of an error response. */
export interface ErrorFacts {
  readonly code: string
  readonly message: string
  readonly requestId: string
}

/** An authentication method, as a security scheme object of OpenAPI. */
export interface SecurityScheme {
  readonly type: 'apiKey'
  readonly in: 'header'
  readonly name: string
  readonly description: string
  readonly 'x-provenance'?: Mark
}

/**
 * The API-specific properties that no operation states. The core of the emulator and of the suite reads this object and
 * contains no API-specific code.
 */
export interface Dialect<Code extends string = string> {
  /** The prefix of every path template. `''` if the templates are complete. */
  readonly basePath: string
  /** The host names of the vendor, for interception. */
  readonly hosts: readonly RegExp[]
  readonly server: {
    readonly url: string
    readonly variables: Readonly<Record<string, { readonly default: string; readonly description: string }>>
  }
  readonly security: Readonly<Record<string, SecurityScheme>>
  /** Response header that carries the request id. */
  readonly requestIdHeader: string
  /** The case in which clients read a response header, by its name in the source, where they differ. */
  readonly headerNames?: Readonly<Record<string, string>>
  /** Model of every error body. */
  readonly errorModel: z.ZodObject
  /** Clients of the vendor send null for absent fields. */
  readonly isNullAbsent?: true
  /** Builds the body of an error. */
  readonly toErrorBody: (error: ErrorFacts) => Record<string, unknown>
  /** Codes for errors that occur before the rules of an operation apply. */
  readonly codes: {
    readonly invalid: Code
    readonly malformed: Code
    readonly tooLarge: Code
    readonly unknownPath: Code
    readonly unsupportedMethod: Code
    readonly internal: Code
  }
  /**
   * Specific codes for invalid body fields, by field path without list indexes: `memory_size`,
   * `mount_config.func_mounts.mount_type`. For other fields, and for operations without the code, the code is
   * `codes.invalid`.
   */
  readonly invalidCodes?: Readonly<Record<string, Code>>
}
