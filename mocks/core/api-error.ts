/**
 * An error that the API documents: thrown by handlers and by the stages before them, and turned into the dialect's
 * envelope in one place. Everything else that is thrown is a defect of the emulator.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** A code of the API's catalogue. */
  readonly code: string
  /** Shown in `X-Mock-Rule`; unless given, the code with the fault's words, or with those of the catalogue. */
  readonly rule: string | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    code: string,
    details: { message?: string; rule?: string; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(details.message ?? '')
    this.code = code
    this.rule = details.rule
    this.headers = details.headers ?? {}
  }
}
