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
  const { delayMs, status, code, message, connection, carriedOut } = options
  if ([delayMs, status, code, connection].every((part) => part === undefined)) {
    throw new ControlError('fault: must have at least one of delayMs, status, code, connection')
  }
  if ((connection === 'reset' || connection === 'hang') && (status ?? code ?? message) !== undefined) {
    throw new ControlError(
      `fault: connection ${connection} excludes status, code and message, because there is no response`,
    )
  }
  if (message !== undefined && status === undefined && code === undefined) {
    throw new ControlError('message: requires status or code')
  }
  if (carriedOut === false && returnsResponse(options)) {
    throw new ControlError('carriedOut: a request whose response is only delayed or truncated is always carried out')
  }
  return { options, endpoints: toAffected(options, endpoints) }
}

/** Whether the client gets the operation's own response, possibly late or incomplete. */
export function returnsResponse({ status, code, connection }: FaultOptions): boolean {
  return status === undefined && code === undefined && connection !== 'reset' && connection !== 'hang'
}

/** One hour. `hang` waits longer. */
const longestDelayMs = 3_600_000

const FaultOptionsModel: z.ZodType<FaultOptions> = z.strictObject({
  api: z.string().optional(),
  operation: z.string().optional(),
  namespace: z.string().optional(),
  count: z.int().min(1).optional(),
  probability: z.number().gt(0).max(1).optional(),
  delayMs: z.number().min(0).max(longestDelayMs).optional(),
  status: z.int().min(400).max(599).optional(),
  code: z.string().min(1).optional(),
  message: z.string().optional(),
  connection: z.enum(['reset', 'truncate', 'hang']).optional(),
  carriedOut: z.boolean().optional(),
})

function toAffected({ api, operation, status, code }: FaultOptions, endpoints: readonly Endpoint[]): Endpoint[] {
  const named = findServed({ api, operation }, endpoints)
  // Without a status, the API must have a status for the code.
  const able = named.filter(({ mock }) => {
    return code === undefined || status !== undefined || Object.hasOwn(mock.api.errors, code)
  })
  if (able.length === 0) throw new ControlError(`code: ${code} is unknown and requires a status`)
  return able
}
