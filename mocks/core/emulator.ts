import { toCount } from '../../schemas/core/lib/count.ts'
import { seededRandom } from '../../schemas/core/lib/random.ts'
import { toGoverningSources } from '../../schemas/core/source.ts'
import { toReadAccount } from './account.ts'
import { ApiError } from './api-error.ts'
import { bounds } from './bounds.ts'
import { checkEmulatorOptions } from './check-options.ts'
import { createCredentialCheck } from './check-credentials.ts'
import { ControlError } from './control/control-error.ts'
import { controlTokenRule, isControlRequest, isControlToken } from './control/control-request.ts'
import type { Controls } from './control/controls.ts'
import { createControls } from './control/create-controls.ts'
import { toSeeding } from './control/seeding.ts'
import { deterministicSources } from './deterministic.ts'
import type { EmulatorOptions } from './emulator-options.ts'
import { encodeError, ruleHeader, toErrorResponse, toHeaderText } from './encode.ts'
import { type Endpoint, toEndpoint } from './endpoint.ts'
import type { ApiMock } from './handler.ts'
import { createInjectedFaults } from './injected-faults/injected-faults.ts'
import { toJsonResponse } from './json-response.ts'
import { isNamespaceName, namespaceRule, readNamespaceName, readStateKey, toStateKey } from './namespace-name.ts'
import { createNamespaces, type Namespace } from './namespaces.ts'
import { readPublicUrl } from './public-url.ts'
import { createRequestContext, type RequestContext } from './request-context.ts'
import { createRequestLog } from './request-log/request-log.ts'
import type { Names } from './names.ts'
import { createRouter, type Match, type Route } from './router.ts'
import type { EmulatorParts } from './parts.ts'
import { createOperationRunner } from './run-operation.ts'
import { isUnder, toServedPaths } from './served-paths.ts'
import { readState, type StateModel } from './store.ts'
import { whenDone } from './when-done.ts'
import type { WireRequest, WireResponse } from './wire.ts'

export type { EmulatorOptions } from './emulator-options.ts'

/**
 * An emulator of one or more APIs. Namespaces are isolated from each other. Requests without a namespace use `default`.
 */
export interface Emulator<N extends Names = Names> extends Controls<N> {
  /**
   * Returns a response without waiting, unless a command of the control API waits or a local function returns a promise. An
   * emulator of MSW or `fetch` also waits for parts that it loads: the control API, and the check of credentials.
   */
  readonly handle: (request: WireRequest) => WireResponse | Promise<WireResponse>
  readonly mocks: readonly ApiMock[]
  readonly maxBodyBytes: number
}

/**
 * Compiles the routes and validators of all APIs once. `handle` performs no I/O and has no global state. Throws a
 * `TypeError` for invalid options and a `ControlError` for an invalid seed.
 */
export function createEmulator(options: EmulatorOptions, parts: EmulatorParts): Emulator {
  checkEmulatorOptions(options)
  const { mocks, maxBodyBytes = bounds.bodyBytes, controlToken } = options
  if (controlToken !== undefined && !isControlToken(controlToken)) throw new TypeError(controlTokenRule)
  const endpoints = mocks.flatMap((mock) =>
    Object.entries(mock.api.operations).map(([key, operation]) => toEndpoint(mock, key, operation)),
  )
  const match = createRouter(endpoints.flatMap(toRoutes))
  const served = mocks.flatMap((mock) => toServedPaths(mock.api).map((path) => ({ path, mock })))
  const bases = toBases(options)
  const behaviours = new Map(
    mocks.map(({ state }) => [state, state.readBehaviour?.(options.behaviour?.[state.id])] as const),
  )
  const namespaces = createNamespaces({
    clock: options.clock,
    authNow: options.authNow ?? options.clock.now,
    ids: options.ids,
    random: options.random ?? seededRandom(1),
    deterministic: options.deterministic,
    toBase: (model) => bases.get(model),
  })
  const requestLog = createRequestLog(options.requestLog)
  const injectedFaults = createInjectedFaults(endpoints)
  const checkCredentials = createCredentialCheck(options, parts.authenticate)
  const response = createOperationRunner({
    namespaces,
    behaviours,
    injectedFaults,
    checkCredentials,
    maxBodyBytes,
    strict: options.strict ?? false,
    publicUrl: options.publicUrl === undefined ? undefined : readPublicUrl(options.publicUrl),
    checkResults: options.checkResults,
    onDefect: options.onDefect,
  })
  const controls = createControls({ emulator: options, endpoints, namespaces, requestLog, injectedFaults })

  function handle(request: WireRequest): WireResponse | Promise<WireResponse> {
    if (isControlRequest(request)) return parts.respondToControl(controls, options, request)
    const name = readNamespaceName(request)
    if (!isNamespaceName(name)) return toJsonResponse(400, { error: `X-Mock-Namespace: ${namespaceRule}` })
    const start = options.onRequest ? performance.now() : 0
    const namespace = open(name)
    if (namespace instanceof ControlError) return toJsonResponse(503, { error: namespace.message })
    const requestContext = createRequestContext(request, namespace, namespace.ids.uuid())
    const result = route(match(request.method, request.path), requestContext)
    namespace.tick()
    return whenDone(result, (response) => {
      requestLog.note(requestContext, response)
      options.onRequest?.({
        method: request.method,
        path: request.path,
        operation: requestContext.endpoint?.operation.id,
        purpose: requestContext.purpose,
        status: response.status,
        code: requestContext.code,
        rule: requestContext.rule,
        durationMs: performance.now() - start,
      })
      return response
    })
  }

  function open(name: string): Namespace | ControlError {
    try {
      return namespaces.open(name)
    } catch (error) {
      if (error instanceof ControlError) return error
      throw error
    }
  }

  function route(found: Match<Endpoint>, requestContext: RequestContext): WireResponse | Promise<WireResponse> {
    const { request } = requestContext
    if (found.kind === 'found') {
      const endpoint = found.target
      requestContext.endpoint = endpoint
      requestContext.mock = endpoint.mock
      requestContext.account = endpoint.readAccount(request) ?? options.defaultAccount
      return response(endpoint, found, requestContext)
    }
    const owner = findOwner(request)
    if (!owner) return refuseUnserved(request.path, requestContext.requestId)
    requestContext.mock = owner
    return respondToOther(found, requestContext, owner)
  }

  /** The API of a path without an operation. The path may have additional slashes, as in `//2016-08-15/services`. */
  function findOwner({ path }: WireRequest): ApiMock | undefined {
    const single = path.replace(/\/{2,}/g, '/')
    return served.find((each) => isUnder(single, each.path))?.mock
  }

  /** A path of an API without an operation: a URL from an earlier response, or an unknown path. */
  function respondToOther(
    found: Exclude<Match<Endpoint>, { kind: 'found' }>,
    requestContext: RequestContext,
    mock: ApiMock,
  ) {
    try {
      const addressed = mock.serveAddress?.(requestContext.request, toAddressContext(mock, requestContext))
      if (addressed) requestContext.purpose = mock.addressPurpose
      return (
        addressed ??
        serveRequest(requestContext, mock) ??
        refuse(requestContext, mock, toUnservedError(found, requestContext, mock))
      )
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown
      return refuse(requestContext, mock, thrown)
    }
  }

  /** Lets the mock of an API respond, and stores the changed state. */
  function serveRequest(
    requestContext: RequestContext,
    mock: ApiMock,
  ): WireResponse | Promise<WireResponse> | undefined {
    const { requestServer } = mock
    const { request, namespace, requestId } = requestContext
    if (!requestServer?.isOwnPath(request.path)) return undefined
    requestContext.purpose = requestServer.purpose
    if (request.tooLarge || (request.body?.length ?? 0) > maxBodyBytes) {
      throw toApiError(mock.api.dialect.codes.tooLarge, `body: must have at most ${toCount(maxBodyBytes, 'byte')}`)
    }
    requestContext.account = toReadAccount(mock.authProfile)(request) ?? options.defaultAccount
    const checked = { mock, profile: requestServer.authProfile, operation: request.path }
    const refuseCaller = checkCredentials(checked, requestContext)
    const { account } = requestContext
    const before = namespaces.read(namespace, mock.state, account)
    const state = { current: before }
    const result = requestServer.serve(request, {
      // apiMock checked the types
      state: state as never,
      changeLater: namespaces.toChangeLater(namespace, mock.state, account) as never,
      behaviour: behaviours.get(mock.state),
      clock: namespace.clock,
      ids: namespace.ids,
      namespace: toStateKey(namespace.name, account),
      requestId,
      apiError: (code, message = '') => new ApiError(code, { message }),
      refuseCaller,
    })
    if (state.current !== before) namespaces.write(namespace, mock.state, account, state.current)
    return result
  }

  function toUnservedError(
    found: Exclude<Match<Endpoint>, { kind: 'found' }>,
    requestContext: RequestContext,
    mock: ApiMock,
  ): ApiError {
    const { codes } = mock.api.dialect
    const { method, path } = requestContext.request
    const rule = `the mock does not serve ${method} ${path.slice(0, longestPath)}`
    return found.kind === 'unknown'
      ? toApiError(codes.unknownPath, `${rule}; none of its operations has this path`)
      : toApiError(codes.unsupportedMethod, `${rule}; this path supports ${found.allowed.join(', ')}`)
  }

  function refuse(requestContext: RequestContext, mock: ApiMock, apiError: ApiError): WireResponse {
    const cited = toGoverningSources(mock.api)
      .map(({ id }) => id)
      .join(', ')
    const error = toErrorResponse(mock.api, apiError, requestContext.requestId, cited)
    requestContext.code = error.code
    requestContext.rule = error.rule
    return encodeError(mock.api, error)
  }

  /** `find` changes the clock to the clock of the namespace that it finds. */
  function toAddressContext({ state }: ApiMock, requestContext: RequestContext) {
    let { clock } = requestContext.namespace
    return {
      clock: { now: () => clock.now() },
      find(key: string) {
        const { namespace: name, account } = readStateKey(key)
        const namespace = namespaces.find(name)
        if (namespace) ({ clock } = namespace)
        // The state model of this mock created both values.
        return (namespace ? readState(namespaces.statesOf(namespace, state), account) : bases.get(state)) as never
      },
    }
  }

  /** The body has the error fields of every API, so that every client shows the message. */
  function refuseUnserved(path: string, requestId: string): WireResponse {
    const error = `no API is served at ${path.slice(0, longestPath)}`
    const bodies = mocks.map(({ api: { dialect } }) =>
      dialect.toErrorBody({ code: dialect.codes.unknownPath, message: error, requestId }),
    )
    const basePaths = served.map(({ path, mock }) => ({ path, api: mock.api.id }))
    const response = toJsonResponse(404, Object.assign({}, ...bodies, { error, basePaths }))
    response.headers[ruleHeader] = toHeaderText(error)
    return response
  }

  return { handle, mocks, maxBodyBytes, ...controls }
}

/** A message does not need more of a path. */
const longestPath = 200

/** An error whose message is also the rule. */
function toApiError(code: string, message: string): ApiError {
  return new ApiError(code, { message, rule: message })
}

/** The initial root of each state model. It is created once, because roots are immutable. */
function toBases(options: EmulatorOptions): ReadonlyMap<StateModel, unknown> {
  const bases = new Map<StateModel, unknown>()
  for (const { state } of options.mocks) if (!bases.has(state)) bases.set(state, state.create())
  if (options.seed === undefined) return bases
  const sources = options.deterministic === undefined ? options : deterministicSources(options.deterministic, '')
  for (const [model, change] of toSeeding(options.mocks, options.seed, sources)) {
    bases.set(model, change(bases.get(model)))
  }
  return bases
}

/** The routes of an operation: its path, and its qualified path if it has one. */
function toRoutes(endpoint: Endpoint): Route<Endpoint>[] {
  const { mock, operation } = endpoint
  const paths = operation.qualifiedPath === undefined ? [operation.path] : [operation.path, operation.qualifiedPath]
  return paths.map((path) => ({
    method: operation.method.toUpperCase(),
    template: mock.api.dialect.basePath + path,
    target: endpoint,
  }))
}
