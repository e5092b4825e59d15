import type { ApiErrorOf } from '../core/handler.ts'
import { toQualifierConfigs } from './configs.ts'
import { toInstances } from './provision.ts'
import type { FcState } from './state.ts'

/** The names of a function that is invoked. `qualifier` is as in the request, or LATEST. */
export interface InvokedFunction {
  readonly serviceName: string
  readonly functionName: string
  readonly qualifier: string
}

/**
 * Rejects a synchronous invocation if the function may have no on-demand instance and no provisioned instance is
 * running. Source: FC-DEF OnDemandConfig, maximumInstanceCount.
 */
export function refuseWithoutInstances(
  state: FcState,
  { serviceName, functionName, qualifier }: InvokedFunction,
  now: number,
  apiError: ApiErrorOf<'ResourceExhausted'>,
): void {
  const service = state.services.get(serviceName)
  const { onDemand, provision } = service ? toQualifierConfigs(service, functionName, qualifier) : {}
  if (onDemand?.settings.maximumInstanceCount !== 0) return
  if (provision && toInstances(provision, now).current > 0) return
  throw apiError(
    'ResourceExhausted',
    `on-demand invocations of function '${functionName}' are forbidden, because its maximumInstanceCount is 0`,
  )
}
