import type { EmulatorOptions } from '../emulator-options.ts'
import { toJsonResponse } from '../json-response.ts'
import { isUnder } from '../served-paths.ts'
import type { WireRequest, WireResponse } from '../wire.ts'
import { type Command, type Commands, commands } from './commands.ts'
import { ControlError } from './control-error.ts'
import type { Controls } from './controls.ts'
import { isPage, type PageSettings, toPage } from './pages.ts'
import { readControlBody, UnreadableBody } from './read-body.ts'

/** The path of the control API. No vendor uses it. */
const controlPath = '/_mock'

/** The header with the token of the control API. */
const tokenHeader = 'X-Mock-Token'

/** A header can carry other characters only in an encoding that client and server agree on. */
export function isControlToken(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token)
}

export const controlTokenRule = 'the control token must consist of ASCII characters without spaces'

/** Whether the mock itself responds: to the control API, and to GET of its pages. */
export function isControlRequest({ method, path }: Pick<WireRequest, 'method' | 'path'>): boolean {
  return isUnder(path, controlPath) || (isPage(path) && (method === 'GET' || method === 'HEAD'))
}

type Settings = PageSettings & Pick<EmulatorOptions, 'readYaml' | 'maxBodyBytes'>

/** Handles a request to the control API or for a page. HEAD is supported where GET is. */
export function respondToControl(controls: Controls, settings: Settings, request: WireRequest): WireResponse {
  if (request.method !== 'HEAD') return respond(controls, settings, request)
  return { ...respond(controls, settings, { ...request, method: 'GET' }), body: undefined }
}

function respond(controls: Controls, settings: Settings, request: WireRequest): WireResponse {
  if (request.method === 'GET' && isPage(request.path)) return toPage(settings, request)
  const methods = commands.get(request.path.slice(controlPath.length))
  if (!methods) return toJsonResponse(404, { error: `the control API has no ${request.path}`, paths: toPaths() })
  const command = find(methods, request.method)
  if (!command) {
    const allowed = Object.keys(methods).join(', ')
    return toJsonResponse(405, { error: `${request.path} supports ${allowed}` }, { Allow: allowed })
  }
  const { controlToken } = settings
  if (!command.isOpen && !hasToken(request.headers, controlToken)) {
    return toJsonResponse(401, { error: `the control API requires its token in the header ${tokenHeader}` })
  }
  try {
    const body = readControlBody(request, settings, command.takesText ?? false)
    const response = command.run(controls, { body, query: new URLSearchParams(request.query), request })
    return typeof response === 'string'
      ? { status: 200, headers: { 'Content-Type': 'application/json' }, body: response }
      : toJsonResponse(200, response)
  } catch (reason) {
    if (reason instanceof UnreadableBody) return toJsonResponse(reason.status, { error: reason.message })
    if (reason instanceof ControlError)
      return toJsonResponse(reason.kind === 'missing' ? 404 : 400, { error: reason.message })
    throw reason
  }
}

/** Whether a request has the token of the control API, if the control API requires one. */
export function hasToken(headers: WireRequest['headers'], controlToken: string | undefined): boolean {
  return controlToken === undefined || headers[tokenHeader.toLowerCase()] === controlToken
}

function find(methods: Commands, method: string): Command | undefined {
  return Object.entries(methods).find(([name]) => name === method)?.[1]
}

function toPaths(): string[] {
  return [...commands].flatMap(([name, methods]) =>
    Object.keys(methods).map((method) => `${method} ${controlPath}${name}`),
  )
}
