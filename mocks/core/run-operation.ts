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
import type { WireResponse } from './wire.ts'

export interface RunnerOptions extends Pick<EmulatorOptions, 'checkResults' | 'onDefect'> {
  readonly namespaces: Namespaces
  readonly injectedFaults: InjectedFaults
  readonly checkCredentials: CheckCredentials
  readonly maxBodyBytes: number
  readonly strict: boolean
  /** As {@link readPublicUrl} returns it. */
  readonly publicUrl: string | undefined
}

/** Runs the operation that was found for a request. */
export type RunOperation = (endpoint: Endpoint, captured: Captured, requestContext: RequestContext) => WireResponse

/** The stages: injected fault, credentials, forced error, decoding, handler, validation of the result, encoding. */
export function createOperationRunner(options: RunnerOptions): RunOperation {
  const { namespaces, injectedFaults, checkCredentials, maxBodyBytes, strict, publicUrl, checkResults = true } = options

  function runOperation(endpoint: Endpoint, captured: Captured, requestContext: RequestContext): WireResponse {
    const injected = injectedFaults.take(endpoint, requestContext.namespace)
    const response = injected
      ? applyFault(injected, endpoint, requestContext, () => runHandler(endpoint, captured, requestContext))
      : runHandler(endpoint, captured, requestContext)
    const { leniencies } = requestContext
    if (leniencies.count > 0) response.headers[leniencyHeader] = toHeaderText(toLeniencyText(leniencies))
    noteResponse(endpoint, response.status, requestContext.code)
    return response
  }

  function runHandler(endpoint: Endpoint, captured: Captured, requestContext: RequestContext): WireResponse {
    const { request, namespace, requestId } = requestContext
    try {
      const { mock, operation } = endpoint
      checkCredentials({ mock, profile: mock.authProfile, operation: operation.id }, requestContext)?.()
      const forced = toForcedError(endpoint, request)
      if (forced) throw forced
      const values = decode(endpoint, requestContext, captured, maxBodyBytes, strict)
      requestContext.leniencies = values.leniencies
      const { state: model } = endpoint.mock
      const before = namespaces.read(namespace, model, requestContext.account)
      const state = { current: before }
      const context = {
        path: values.path,
        query: values.query,
        header: values.header,
        body: values.body,
        state,
        clock: namespace.clock,
        ids: namespace.ids,
        origin: toPublicUrl(request, publicUrl),
        namespace: toStateKey(namespace.name, requestContext.account),
        requestId,
        apiError: toApiError,
      }
      const result = endpoint.handler
        ? endpoint.handler(context as never) // apiMock checked the types
        : (endpoint.example as AnyResult) // toEndpoint ensures that one of the two exists
      if (checkResults) checkResult(endpoint, result)
      const response = encodeResult(endpoint, result, requestId)
      if (state.current !== before) namespaces.write(namespace, model, requestContext.account, state.current)
      return response
    } catch (thrown) {
      return refuse(endpoint, requestContext, thrown instanceof ApiError ? thrown : toInternal(thrown, endpoint))
    }
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
