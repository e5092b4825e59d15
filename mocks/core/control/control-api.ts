import type { EmulatorOptions } from '../emulator-options.ts'
import { toJsonResponse } from '../json-response.ts'
import { UnexpectedRequests } from '../request-log/request-expectations.ts'
import type { WireRequest, WireResponse } from '../wire.ts'
import { type Command, type Commands, commands } from './commands.ts'
import { ControlError } from './control-error.ts'
import { controlPath, hasToken, isPage, tokenRefusal } from './control-request.ts'
import type { Controls } from './controls.ts'
import { type PageSettings, toPage } from './pages.ts'
import { readControlBody, UnreadableBody } from './read-body.ts'

type Settings = PageSettings & Pick<EmulatorOptions, 'readYaml' | 'maxBodyBytes'>

/** Handles a request to the control API or for a page. */
export type RespondToControl = (
  controls: Controls,
  settings: Settings,
  request: WireRequest,
) => WireResponse | Promise<WireResponse>

/** HEAD is supported where GET is. Only a command that waits is a promise. */
export const respondToControl: RespondToControl = (controls, settings, request) => {
  if (request.method !== 'HEAD') return respond(controls, settings, request)
  const response = respond(controls, settings, { ...request, method: 'GET' })
  return response instanceof Promise ? response : { ...response, body: undefined }
}

function respond(controls: Controls, settings: Settings, request: WireRequest): WireResponse | Promise<WireResponse> {
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
    return tokenRefusal
  }
  try {
    const body = readControlBody(request, settings, command.takesText ?? false)
    const result = command.run(controls, { body, query: new URLSearchParams(request.query), request })
    return result instanceof Promise ? result.then(toResponse, toRefusal) : toResponse(result)
  } catch (reason) {
    return toRefusal(reason)
  }
}

function toResponse(result: unknown): WireResponse {
  if (typeof result !== 'string') return toJsonResponse(200, result)
  return { status: 200, headers: { 'Content-Type': 'application/json' }, body: result }
}

function toRefusal(reason: unknown): WireResponse {
  if (reason instanceof UnreadableBody) return toJsonResponse(reason.status, { error: reason.message })
  if (reason instanceof UnexpectedRequests) return toJsonResponse(409, { error: reason.message })
  if (reason instanceof ControlError)
    return toJsonResponse(reason.kind === 'missing' ? 404 : 400, { error: reason.message })
  throw reason
}

function find(methods: Commands, method: string): Command | undefined {
  return Object.entries(methods).find(([name]) => name === method)?.[1]
}

function toPaths(): string[] {
  return [...commands].flatMap(([name, methods]) =>
    Object.keys(methods).map((method) => `${method} ${controlPath}${name}`),
  )
}
