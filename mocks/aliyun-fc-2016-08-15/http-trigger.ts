import { dialect } from '../../schemas/aliyun-fc-2016-08-15/dialect.ts'
import type { errors } from '../../schemas/aliyun-fc-2016-08-15/errors.ts'
import { decodePercent } from '../../schemas/core/lib/percent.ts'
import { toHttpContent } from '../aliyun-fc/http-content.ts'
import type { Outcome } from '../aliyun-fc/invocation.ts'
import { invokeFunction } from '../aliyun-fc/invoke.ts'
import { findFunction, findQualified, latest, toNames } from '../aliyun-fc/lookup.ts'
import type { FcState } from '../aliyun-fc/state.ts'
import { getTriggers } from '../aliyun-fc/triggers.ts'
import { isSignedUrl } from '../core/auth/is-signed-url.ts'
import type { ApiErrorOf, RequestServer, ServeContext } from '../core/handler.ts'
import { whenDone } from '../core/when-done.ts'
import type { WireRequest, WireResponse } from '../core/wire.ts'
import { authProfile } from './auth.ts'

type Codes = keyof typeof errors
type TriggerConfig = Readonly<Record<string, unknown>>

const pattern = new RegExp(`^${dialect.basePath}/proxy/([^/.]+)(?:\\.([^/]+))?/([^/]+)(/.*)?$`)

/**
 * HTTP triggers: `/proxy/{service}[.{qualifier}]/{function}/...`. The event is the body of the request. The rule of the
 * invocation determines status, headers and body. Without a status of the rule, a failed function is 502 (W26).
 */
export const httpTriggers: RequestServer<FcState> = {
  purpose: 'HTTP trigger',
  isOwnPath: (path) => pattern.test(path),
  authProfile: {
    ...authProfile,
    schemes: ['fc-signed-url', 'fc-trigger-signature'],
    codes: { ...authProfile.codes, missing: 'InvalidArgument' },
  },
  serve: serveTrigger,
}

function serveTrigger(request: WireRequest, context: ServeContext<FcState>): WireResponse | Promise<WireResponse> {
  const { state, requestId } = context
  const apiError: ApiErrorOf<Codes> = context.apiError
  const path = readPath(request.path)
  const { serviceName, qualifier } = toNames(state.current, path)
  findFunction(findQualified(state.current, path, apiError).service, path.functionName, apiError)
  const config = findTriggerConfig(state.current, { ...path, serviceName, qualifier: qualifier || latest }, apiError)
  refuseMethod(request, config, apiError)
  if (config.authType !== 'anonymous') refuseUnsigned(request, context)
  const invoked = {
    functionName: path.functionName,
    qualifier,
    type: request.headers['x-fc-invocation-type'] === 'Async' ? 'Async' : 'Sync',
    logType: undefined,
    event: request.body ?? new Uint8Array(),
    http: {
      request: {
        method: request.method,
        path: path.rest,
        query: new URLSearchParams(request.query),
        headers: request.headers,
      },
      toContent: toHttpContent,
    },
  }
  const result = invokeFunction({ ...context, apiError }, invoked, (pick) =>
    findQualified(state.current, path, apiError, pick),
  )
  const ids = { [dialect.requestIdHeader]: requestId }
  if (!result) return { status: 202, headers: ids, body: undefined }
  return whenDone(result, ({ outcome }) => toResponse(request, outcome, ids))
}

function toResponse({ method }: WireRequest, outcome: Outcome, ids: Readonly<Record<string, string>>): WireResponse {
  const { errorType, mediaType = 'application/octet-stream', delayMs, http = {} } = outcome
  const { status = errorType === undefined ? 200 : 502 } = http
  const hasBody = !withoutBody.has(status)
  return {
    status,
    headers: mergeHeaders(
      {
        ...(hasBody && { 'Content-Type': mediaType }),
        ...(errorType !== undefined && { 'X-Fc-Error-Type': errorType }),
        ...ids,
      },
      http.headers ?? {},
    ),
    body: hasBody && method !== 'HEAD' ? outcome.body : undefined,
    ...(delayMs > 0 && { delayMs }),
  }
}

/** Responses with these statuses have no body. Platforms reject a body. */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304])

function readPath(path: string) {
  const [, service = '', qualifier, name = '', rest = '/'] = pattern.exec(path) ?? []
  const decode = (text: string) => decodePercent(text) ?? text
  return {
    serviceName: decode(service),
    qualifier: qualifier === undefined ? undefined : decode(qualifier),
    functionName: decode(name),
    rest,
  }
}

/** The settings of the trigger for a qualifier. A trigger without a qualifier belongs to LATEST. */
function findTriggerConfig(
  state: FcState,
  path: { readonly serviceName: string; readonly functionName: string; readonly qualifier: string },
  apiError: ApiErrorOf<'TriggerNotFound'>,
): TriggerConfig {
  const service = state.services.get(path.serviceName)
  const triggers = service ? [...getTriggers(service, path.functionName).entries()] : []
  const found = triggers.find(
    ([, { settings }]) => settings.triggerType === 'http' && (settings.qualifier || latest) === path.qualifier,
  )
  if (found) return found[1].settings.triggerConfig
  throw apiError(
    'TriggerNotFound',
    `function '${path.functionName}' has no HTTP trigger for qualifier '${path.qualifier}'`,
  )
}

function refuseMethod({ method }: WireRequest, config: TriggerConfig, apiError: ApiErrorOf<'AccessDenied'>): void {
  const { methods, disableURLInternet } = config
  if (disableURLInternet === true)
    throw apiError('AccessDenied', 'access denied due to function internet URL is disable')
  if (!Array.isArray(methods) || methods.includes(method)) return
  throw apiError(
    'AccessDenied',
    `the HTTP trigger does not allow the method ${method}; it allows ${methods.join(', ')}`,
  )
}

/** Real servers first miss the date of a request without a signature, and then the signature. */
function refuseUnsigned(request: WireRequest, { refuseCaller, apiError }: ServeContext<FcState>): void {
  if (!refuseCaller) return
  const { authorization = '', date, 'x-fc-date': fcDate } = request.headers
  if (!isSignedUrl(request)) {
    if (!date && !fcDate) throw apiError('MissingRequiredHeader', 'required HTTP header Date was not specified')
    if (!authorization.startsWith('FC '))
      throw apiError('InvalidArgument', 'the header authorization has no FC signature')
  }
  refuseCaller()
}

/** The headers of the rule replace headers of the same name in any case. */
function mergeHeaders(headers: Record<string, string>, own: Readonly<Record<string, string>>): Record<string, string> {
  const names = new Set(Object.keys(own).map((name) => name.toLowerCase()))
  const kept = Object.entries(headers).filter(([name]) => !names.has(name.toLowerCase()))
  return { ...Object.fromEntries(kept), ...own }
}
