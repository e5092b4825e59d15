import { styleText } from 'node:util'
import { toVisible } from '../../mocks/adapters/http/explanation-text.ts'
import type { HandledRequest } from '../../mocks/core/emulator-options.ts'

/** One line for a request: method, path, operation or purpose, status, error code and duration; with `verbose`, the violated rule, too. */
export function toRequestLine(handled: HandledRequest, isVerbose = false): string {
  const { method, path, operation, purpose, status, code, rule, durationMs } = handled
  const colour = status >= 500 ? 'red' : status >= 400 ? 'yellow' : 'green'
  const line = [
    toVisible(method),
    toVisible(path.length > longestPath ? `${path.slice(0, longestPath)}…` : path),
    operation ?? (purpose === undefined ? '-' : `(${purpose})`),
    // `styleText` adds colour on a terminal only.
    styleText(colour, String(status)),
    ...(code === undefined ? [] : [styleText(colour, toVisible(code))]),
    styleText('dim', `${durationMs.toFixed(1)} ms`),
  ].join(' ')
  return isVerbose && rule !== undefined ? `${line}\n  ${toVisible(rule)}\n` : `${line}\n`
}

/** One line of JSON for a request, with its time (ISO, UTC) and the members of {@link HandledRequest}. */
export function toJsonLine(handled: HandledRequest, time: Date): string {
  return `${JSON.stringify({ time: time.toISOString(), ...handled })}\n`
}

const longestPath = 300
