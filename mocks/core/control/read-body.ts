import { bounds } from '../bounds.ts'
import { cutText } from '../cut-text.ts'
import type { EmulatorOptions } from '../emulator-options.ts'
import { readJsonBody } from '../json-body.ts'
import type { WireRequest } from '../wire.ts'

/** A body that the control API cannot read, and the status of the response. */
export class UnreadableBody extends Error {
  override readonly name = 'UnreadableBody'
  readonly status: 400 | 413 | 415

  constructor(status: 400 | 413 | 415, message: string) {
    super(cutText(message, bounds.messageLength))
    this.status = status
  }
}

/**
 * The value of a body: `undefined` if it is absent, JSON, YAML if the content type is YAML, or text. Any other content
 * type is read as JSON, because curl sends a form content type by default.
 */
export function readControlBody(
  { headers, body, tooLarge }: WireRequest,
  { readYaml }: Pick<EmulatorOptions, 'readYaml'>,
  asText: boolean,
): unknown {
  if (tooLarge) throw new UnreadableBody(413, 'the body is too large')
  if (!body || body.length === 0) return undefined
  if (asText) return toText(body)
  if (/\byaml\b/i.test(headers['content-type'] ?? '')) {
    if (!readYaml) throw new UnreadableBody(415, 'this mock cannot read YAML; send JSON')
    const text = toText(body)
    try {
      return readYaml(text)
    } catch (reason) {
      throw new UnreadableBody(400, `the body is not YAML: ${reason instanceof Error ? reason.message : reason}`)
    }
  }
  const reading = readJsonBody(body, { mostValues: bounds.values })
  if ('refusal' in reading) {
    const { kind, reason } = reading.refusal
    throw new UnreadableBody(
      400,
      kind === 'malformed'
        ? 'the body must be JSON in UTF-8; to send YAML over HTTP, add the header content-type: application/yaml'
        : `the body ${reason}`,
    )
  }
  return reading.value
}

function toText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableBody(400, 'the body must be UTF-8')
  }
}
