import { z } from 'zod'
import { findServed } from '../control/check-served.ts'
import { ControlError } from '../control/control-error.ts'
import type { Endpoint } from '../endpoint.ts'
import { toIssueText } from '../issues.ts'
import type { FaultOptions } from './fault-options.ts'

/** Validates the options of a fault and finds the operations that it applies to. Throws a {@link ControlError}. */
export function readFaultOptions(
  given: unknown,
  endpoints: readonly Endpoint[],
): { readonly options: FaultOptions; readonly endpoints: readonly Endpoint[] } {
  const result = FaultOptionsModel.safeParse(given)
  if (result.error) throw new ControlError(toIssueText(result.error.issues, given, 'fault'))
  const options = result.data
  const { delayMs, message, connection, carriedOut } = options
  const { status, error } = toFaultError(options)
  if ([delayMs, status, error, connection].every((part) => part === undefined)) {
    throw new ControlError('fault: must have at least one of delayMs, error, code, connection')
  }
  if (countOf(options.error, options.code, options.status) > countOf(status, error)) {
    throw new ControlError('fault: must name the error and the status only once')
  }
  if ((connection === 'reset' || connection === 'hang') && (status ?? error ?? message) !== undefined) {
    throw new ControlError(
      `fault: connection ${connection} excludes error, code and message, because there is no response`,
    )
  }
  if (message !== undefined && status === undefined && error === undefined) {
    throw new ControlError('message: requires error or code')
  }
  if (carriedOut === false && returnsResponse(options)) {
    throw new ControlError('carriedOut: a request whose response is only delayed or truncated is always carried out')
  }
  return { options, endpoints: toAffected(options, endpoints) }
}

/** The status and the error code of a fault. */
export function toFaultError({ error, code, status }: FaultOptions): { status?: number; error?: string } {
  const isStatus = typeof code === 'number' || /^[45]\d\d$/.test(code ?? '')
  const [statusCode, errorCode] = isStatus ? [Number(code), undefined] : [undefined, code as string | undefined]
  const [givenStatus, givenError] = [status ?? statusCode, error ?? errorCode]
  return {
    ...(givenStatus !== undefined && { status: givenStatus }),
    ...(givenError !== undefined && { error: givenError }),
  }
}

function countOf(...parts: readonly unknown[]): number {
  return parts.filter((part) => part !== undefined).length
}

/** Whether the client gets the operation's own response, possibly late or incomplete. */
export function returnsResponse({ status, code, error, connection }: FaultOptions): boolean {
  return (
    status === undefined && code === undefined && error === undefined && connection !== 'reset' && connection !== 'hang'
  )
}

/** One hour. `hang` waits longer. */
const longestDelayMs = 3_600_000

const statusModel = z.int().min(400).max(599)

const FaultOptionsModel: z.ZodType<FaultOptions> = z.strictObject({
  api: z.string().optional(),
  operation: z.string().optional(),
  namespace: z.string().optional(),
  count: z.int().min(1).optional(),
  probability: z.number().gt(0).max(1).optional(),
  delayMs: z.number().min(0).max(longestDelayMs).optional(),
  error: z.string().min(1).optional(),
  code: z.union([statusModel, z.string().min(1)]).optional(),
  status: statusModel.optional(),
  message: z.string().optional(),
  connection: z.enum(['reset', 'truncate', 'hang']).optional(),
  carriedOut: z.boolean().optional(),
})

function toAffected(options: FaultOptions, endpoints: readonly Endpoint[]): Endpoint[] {
  const { api, operation } = options
  const { status, error } = toFaultError(options)
  const named = findServed({ api, operation }, endpoints)
  // Without a status, the API must have a status for the code.
  const able = named.filter(({ mock }) => {
    return error === undefined || status !== undefined || Object.hasOwn(mock.api.errors, error)
  })
  if (able.length === 0) {
    const which = (api ?? operation) === undefined ? 'no API' : 'no API of this fault'
    throw new ControlError(`error: ${which} documents "${error}"; to return it all the same, add "code"`)
  }
  return able
}
