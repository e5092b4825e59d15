import { type SuiteAnswer, toHexText } from './shared-suite/scenario.ts'
import { maskedOrigin } from './suite-adapter.ts'

/** What a client got, whatever its platform. */
export interface Received {
  readonly status: number
  readonly headers: Iterable<readonly [string, string]>
  readonly body: Uint8Array
  readonly isHalf: boolean
  /** Where the mock was reached. */
  readonly origin: string
}

export const noAnswer: SuiteAnswer = { status: 0, headers: {}, spellings: [] }

export function toSuiteAnswer({ status, headers, body, isHalf, origin }: Received): SuiteAnswer {
  const kept = [...headers].filter(([name]) => !ofConnection.test(name))
  const answer = {
    status,
    headers: Object.fromEntries(
      kept.map(([name, value]) => [name.toLowerCase(), value.replaceAll(origin, maskedOrigin)]),
    ),
    spellings: kept.map(([name]) => name).sort(),
  }
  if (isHalf) return { ...answer, isHalf: true }
  if (body.length === 0) return answer
  const isJson = answer.headers['content-type']?.includes('json')
  return { ...answer, body: isJson ? parse(body, origin) : { hex: toHexText(body) } }
}

function parse(body: Uint8Array, origin: string): unknown {
  const text = new TextDecoder().decode(body)
  return JSON.parse(text.replaceAll(origin, maskedOrigin))
}

/** What the connection and the page's origin need, and no API speaks of. */
const ofConnection =
  /^(connection|keep-alive|content-length|transfer-encoding|date|vary|access-control-.*|x-powered-by)$/i
