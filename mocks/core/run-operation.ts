import { ApiError } from './api-error.ts'
import type { CheckCredentials } from './check-credentials.ts'
import { noteResponse } from './coverage.ts'
import { decode } from './decode.ts'
import type { EmulatorOptions } from './emulator-options.ts'
import { checkResult, encodeError, encodeResult, leniencyHeader, toErrorResponse, toHeaderText } from './encode.ts'
import type { Endpoint } from './endpoint.ts'
import { toForcedError } from './forced-error.ts'
import type { AnyResult } from './handler.ts'
import { applyFault } from './injected-faults/apply-fault.ts'
import type { InjectedFaults } from './injected-faults/injected-faults.ts'
import { toLeniencyText } from './leniency-list.ts'
import { toStateKey } from './namespace-name.ts'
import type { Namespaces } from './namespaces.ts'
import { toPublicUrl } from './public-url.ts'
import type { RequestContext } from './request-context.ts'
import type { Captured } from './router.ts'
import type { StateModel } from './store.ts'
import { whenDone } from './when-done.ts'
import type { WireResponse } from './wire.ts'

export interface RunnerOptions extends Pick<EmulatorOptions, 'checkResults' | 'onDefect'> {
  readonly namespaces: Namespaces
  /** What each state model has read from the option `behaviour`. */
  readonly behaviours: ReadonlyMap<StateModel, unknown>
  readonly injectedFaults: InjectedFaults
  readonly checkCredentials: CheckCredentials
  readonly maxBodyBytes: number
  readonly strict: boolean
  /** As {@link readPublicUrl} returns it. */
  readonly publicUrl: string | undefined
}

/** Runs the operation that was found for a request. */
export type RunOperation = (
  endpoint: Endpoint,
  captured: Captured,
  requestContext: RequestContext,
) => WireResponse | Promise<WireResponse>

/** The stages: injected fault, credentials, forced error, decoding, handler, validation of the result, encoding. */
export function createOperationRunner(options: RunnerOptions): RunOperation {
  const { namespaces, behaviours, injectedFaults, checkCredentials, maxBodyBytes, strict, publicUrl } = options
  const { checkResults = true } = options

  const runOperation: RunOperation = (endpoint, captured, requestContext) => {
    const injected = injectedFaults.take(endpoint, requestContext.namespace)
    const result = injected
      ? applyFault(injected, endpoint, requestContext, () => runHandler(endpoint, captured, requestContext))
      : runHandler(endpoint, captured, requestContext)
    return whenDone(result, (response) => {
      const { leniencies } = requestContext
      if (leniencies.count > 0) response.headers[leniencyHeader] = toHeaderText(toLeniencyText(leniencies))
      noteResponse(endpoint, response.status, requestContext.code)
      return response
    })
  }

  const runHandler: RunOperation = (endpoint, captured, requestContext) => {
    const { request, namespace, requestId } = requestContext
    const refuseThrown = (thrown: unknown) =>
      refuse(endpoint, requestContext, thrown instanceof ApiError ? thrown : toInternal(thrown, endpoint))
    try {
      const { mock, operation } = endpoint
      checkCredentials({ mock, profile: mock.authProfile, operation: operation.id }, requestContext)?.()
      const forced = toForcedError(endpoint, request)
      if (forced) throw forced
      const values = decode(endpoint, requestContext, captured, maxBodyBytes, strict)
      requestContext.leniencies = values.leniencies
      const { state: model } = endpoint.mock
      const { account } = requestContext
      const before = namespaces.read(namespace, model, account)
      const state = { current: before }
      const context = {
        path: values.path,
        query: values.query,
        header: values.header,
        body: values.body,
        state,
        changeLater: namespaces.toChangeLater(namespace, model, account),
        behaviour: behaviours.get(model),
        clock: namespace.clock,
        ids: namespace.ids,
        origin: toPublicUrl(request, publicUrl),
        namespace: toStateKey(namespace.name, account),
        requestId,
        apiError: toApiError,
      }
      const result = endpoint.handler
        ? endpoint.handler(context as never) // apiMock checked the types
        : (endpoint.example as AnyResult) // toEndpoint ensures that one of the two exists
      const store = () => {
        if (state.current !== before) namespaces.write(namespace, model, account, state.current)
      }
      if (result instanceof Promise) {
        store()
        return result.then((later) => encode(endpoint, later, requestId)).catch(refuseThrown)
      }
      const response = encode(endpoint, result, requestId)
      store()
      return response
    } catch (thrown) {
      return refuseThrown(thrown)
    }
  }

  function encode(endpoint: Endpoint, result: AnyResult, requestId: string): WireResponse {
    if (checkResults) checkResult(endpoint, result)
    return encodeResult(endpoint, result, requestId)
  }

  function toInternal(defect: unknown, { mock, operation }: Endpoint): ApiError {
    if (!options.onDefect) throw defect
    options.onDefect(defect, `${mock.api.id} ${operation.id}`)
    return new ApiError(mock.api.dialect.codes.internal, { rule: 'a defect of the mock' })
  }

  return runOperation
}

function refuse({ mock, citation }: Endpoint, requestContext: RequestContext, apiError: ApiError): WireResponse {
  const error = toErrorResponse(mock.api, apiError, requestContext.requestId, citation)
  requestContext.code = error.code
  requestContext.rule = error.rule
  return encodeError(mock.api, error)
}

/** Creates the errors that handlers throw. The types of handlers restrict the codes. */
function toApiError(code: string, message?: string): ApiError {
  return new ApiError(code, message === undefined ? {} : { message })
}
