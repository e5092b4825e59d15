import type { Dialect } from '../../../schemas/core/dialect.ts'

/** The error code of a body, read by the dialect's own envelope, and where it stood. */
export interface ErrorReading {
  /** Absent where no field of the envelope holds a text, or where two hold different ones. */
  readonly code?: string
  /** The fields that hold the code: one or both where the dialect has two spellings. */
  readonly fields: readonly string[]
  readonly message?: string
}

/**
 * Reads the code of an error in any spelling that the dialect itself writes. The fields are found by having the
 * dialect build an error of known texts, so that no second list of them is needed.
 */
export function readError(dialect: Pick<Dialect, 'toErrorBody'>, body: unknown): ErrorReading {
  if (typeof body !== 'object' || body === null) return { fields: [] }
  const known = { code: 'the code', message: 'the message', requestId: 'the request id' }
  const template = Object.entries(dialect.toErrorBody(known))
  const read = (text: string) =>
    template
      .filter(([, value]) => value === text)
      .flatMap(([field]) => {
        const value: unknown = Object.hasOwn(body, field) ? Reflect.get(body, field) : undefined
        return typeof value === 'string' ? [{ field, value }] : []
      })
  const codes = read(known.code)
  const [code, another] = [...new Set(codes.map(({ value }) => value))]
  const [message] = read(known.message)
  return {
    fields: codes.map(({ field }) => field),
    ...(code !== undefined && another === undefined && { code }),
    ...(message && { message: message.value }),
  }
}
