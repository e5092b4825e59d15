import type { Api } from '../../../schemas/core/api.ts'
import type { Dialect } from '../../../schemas/core/dialect.ts'
import { type Exchange, readJson } from './exchange.ts'

/** The error code of a body, read by the envelope of the dialect, and the fields that contain it. */
export interface ErrorReading {
  /** Absent if no field of the envelope is a string, or if two fields differ and the dialect has no such pair. */
  readonly code?: string
  /** The fields that contain the code: one, or both if the dialect has two names. */
  readonly fields: readonly string[]
  readonly message?: string
}

/**
 * Reads the code of an error under every name that the dialect uses. To find the fields, the dialect builds an error
 * with known texts, so that no second list of fields is needed.
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
  const isWhole = (code: string) => {
    const wanted = dialect.toErrorBody({ ...known, code })
    return codes.every(({ field, value }) => wanted[field] === value)
  }
  const values = [...new Set(codes.map(({ value }) => value))]
  const code = values.length === 1 ? values[0] : values.find(isWhole)
  const [message] = read(known.message)
  return {
    fields: codes.map(({ field }) => field),
    ...(code !== undefined && { code }),
    ...(message && { message: message.value }),
  }
}

/** The fields of an error body that may contain the code. */
export function toCodeFields(dialect: Pick<Dialect, 'toErrorBody'>): readonly string[] {
  const body = dialect.toErrorBody({ code: 'the code', message: '', requestId: '' })
  return Object.keys(body).filter((field) => body[field] === 'the code')
}

/** The error code of a response, if the API documents it. */
export function readDocumentedCode({ dialect, errors }: Api, { response }: Exchange): string | undefined {
  const reading = readJson(response.body)
  const { code } = reading.ok ? readError(dialect, reading.value) : {}
  return code !== undefined && Object.hasOwn(errors, code) ? code : undefined
}

/** Whether the error code of a response is documented with the status of the response. */
export function hasDocumentedCode(api: Api, exchange: Exchange): boolean {
  const code = readDocumentedCode(api, exchange)
  return code !== undefined && api.errors[code]?.status === exchange.response.status
}
