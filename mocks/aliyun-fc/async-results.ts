import type { Cell } from '../core/store.ts'
import { toQualifierConfigs } from './configs.ts'
import type { Outcome } from './invocation.ts'
import type { InvokedFunction } from './on-demand.ts'
import type { FcState } from './state.ts'
import type { StoredAsyncConfig } from './stored-configs.ts'

/** An asynchronous invocation that has ended. */
export interface AsyncInvocation {
  readonly names: InvokedFunction
  readonly requestId: string
  readonly event: Uint8Array
  readonly outcome: Pick<Outcome, 'body' | 'errorType'>
  /** In milliseconds since 1970. */
  readonly time: number
}

/** Attempts after the first one, if the configuration does not state a number. Source: FC-DEF PutFunctionAsyncInvokeConfig. */
export const defaultRetries = 3

/**
 * Adds the result of an asynchronous invocation to the outbox, if the async invoke configuration of the function and the
 * qualifier has a destination for it. The retries of a failed invocation end at once, each with the same error. The body
 * is inferred: no source of this project states its format.
 */
export function recordAsyncResult(state: Cell<FcState>, invocation: AsyncInvocation): void {
  const { names, requestId, event, outcome, time } = invocation
  const { serviceName, functionName, qualifier } = names
  const { errorType } = outcome
  const service = state.current.services.get(serviceName)
  const settings = service && toQualifierConfigs(service, functionName, qualifier).asyncInvoke?.settings
  const reason = errorType === undefined ? 'onSuccess' : 'onFailure'
  const destination = toDestination(settings, errorType)
  if (destination === undefined) return
  const retries = settings?.maxAsyncRetryAttempts ?? defaultRetries
  const entry = {
    time: new Date(time).toISOString(),
    reason,
    destination,
    body: {
      timestamp: time,
      requestContext: {
        requestId,
        functionArn: `acs:fc:::services/${serviceName}.${qualifier}/functions/${functionName}`,
        condition: errorType ?? '',
        approximateInvokeCount: errorType === undefined ? 1 : 1 + retries,
      },
      requestPayload: toText(event),
      responseContext: { statusCode: 200, functionError: errorType ?? '' },
      responsePayload: toText(outcome.body),
    },
  }
  state.current = { ...state.current, outbox: [...state.current.outbox, entry].slice(-longestOutbox) }
}

/** The destination of a result. An empty name is none. */
export function toDestination(
  settings: StoredAsyncConfig['settings'] | undefined,
  errorType: string | undefined,
): string | undefined {
  return settings?.destinationConfig?.[errorType === undefined ? 'onSuccess' : 'onFailure']?.destination || undefined
}

/** Older entries are removed. A payload can have megabytes. */
const longestOutbox = 200

function toText(value: Uint8Array | string): string {
  return typeof value === 'string' ? value : new TextDecoder().decode(value)
}
