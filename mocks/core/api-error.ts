import { bounds } from './bounds.ts'
import { cutText } from './cut-text.ts'

/**
 * An error that the API documents. Handlers and earlier stages throw it, and one place converts it to the envelope of
 * the API. Any other thrown value is a defect of the emulator.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** One of the API's error codes. */
  readonly code: string
  /**
   * Shown in `X-Mock-Rule`. Default: the code with the message of this error, or else with its meaning in the list of
   * errors.
   */
  readonly rule: string | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    code: string,
    details: { message?: string; rule?: string; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(cutText(details.message ?? '', bounds.messageLength))
    this.code = code
    this.rule = details.rule === undefined ? undefined : cutText(details.rule, bounds.messageLength)
    this.headers = details.headers ?? {}
  }
}
