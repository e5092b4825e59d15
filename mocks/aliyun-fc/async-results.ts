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
 * qualifier has a destination for it. Returns whether it has one. The retries of a failed invocation end at once, each with
 * the same error. The body is inferred: no source of this project states its format.
 */
export function recordAsyncResult(state: Cell<FcState>, invocation: AsyncInvocation): boolean {
  const { names, requestId, event, outcome, time } = invocation
  const { serviceName, functionName, qualifier } = names
  const { errorType } = outcome
  const settings = toAsyncSettings(state.current, names)
  const reason = errorType === undefined ? 'onSuccess' : 'onFailure'
  const destination = toDestination(settings, errorType)
  if (destination === undefined) return false
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
  return true
}

/** The async invoke configuration of a function and a qualifier. */
export function toAsyncSettings(
  { services }: FcState,
  { serviceName, functionName, qualifier }: InvokedFunction,
): StoredAsyncConfig['settings'] | undefined {
  const service = services.get(serviceName)
  return service && toQualifierConfigs(service, functionName, qualifier).asyncInvoke?.settings
}

/** The destination of a result. An empty name is none. */
function toDestination(
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
