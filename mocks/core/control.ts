import type { ApiCoverage } from './coverage.ts'
import { isUnder } from './served-paths.ts'
import type { WireRequest, WireResult } from './wire.ts'

/** Where the control plane stands. No vendor has such a path. */
const controlPath = '/_mock'

/** Carries the token that the control plane asks for. */
const tokenHeader = 'X-Mock-Token'

/** What the control plane may ask of the emulator. */
export interface Controlled {
  readonly apis: readonly string[]
  readonly coverage: () => readonly ApiCoverage[]
  /** Empties one namespace. */
  readonly reset: (scope: { readonly namespace: string }) => void
  /** Asked of every request but health, where set. */
  readonly token: string | undefined
}

export function isControlPath(path: string): boolean {
  return isUnder(path, controlPath)
}

/** Answers a request to the control plane, in plain JSON. */
export function answerControl(controlled: Controlled, request: WireRequest, namespace: string): WireResult {
  const name = request.path.slice(controlPath.length)
  const command = commands.get(name)
  if (!command) return toJson(404, { error: `the control plane has no ${request.path}`, paths: controlPaths() })
  if (command.method !== request.method) {
    return toJson(405, { error: `${request.path} takes ${command.method}` }, { Allow: command.method })
  }
  if (
    !command.open &&
    controlled.token !== undefined &&
    request.headers[tokenHeader.toLowerCase()] !== controlled.token
  ) {
    return toJson(401, { error: `the control plane needs its token in the header ${tokenHeader}` })
  }
  return toJson(200, command.run(controlled, namespace))
}

interface Command {
  readonly method: 'GET' | 'POST'
  /** Answered without a token. */
  readonly open?: boolean
  readonly run: (controlled: Controlled, namespace: string) => unknown
}

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['/health', { method: 'GET', open: true, run: ({ apis }) => ({ status: 'ok', apis }) }],
  ['/coverage', { method: 'GET', run: ({ coverage }) => ({ apis: coverage() }) }],
  [
    '/reset',
    {
      method: 'POST',
      run: ({ reset }, namespace) => {
        reset({ namespace })
        return { status: 'reset', namespace }
      },
    },
  ],
])

function controlPaths(): string[] {
  return [...commands].map(([name, { method }]) => `${method} ${controlPath}${name}`)
}

/** An answer outside of every API: plain JSON, in no vendor's envelope. */
export function toJson(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): WireResult {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: `${JSON.stringify(value)}\n` }
}
