import { type SuiteResponse, toHexText } from './shared-suite/scenario.ts'
import { maskedOrigin } from './suite-adapter.ts'

/** A response as the client received it, on any platform. */
export interface Received {
  readonly status: number
  readonly headers: Iterable<readonly [string, string]>
  readonly body: Uint8Array
  readonly isHalf: boolean
  /** The origin of the mock. */
  readonly origin: string
}

export const noResponse: SuiteResponse = { status: 0, headers: {}, headerNames: [] }

export function toSuiteResponse({ status, headers, body, isHalf, origin }: Received): SuiteResponse {
  const kept = [...headers].filter(([name]) => !ofConnection.test(name))
  const response = {
    status,
    headers: Object.fromEntries(
      kept.map(([name, value]) => [name.toLowerCase(), value.replaceAll(origin, maskedOrigin)]),
    ),
    headerNames: kept.map(([name]) => name).sort(),
  }
  if (isHalf) return { ...response, isHalf: true }
  if (body.length === 0) return response
  const isJson = response.headers['content-type']?.includes('json')
  return { ...response, body: isJson ? parse(body, origin) : { hex: toHexText(body) } }
}

function parse(body: Uint8Array, origin: string): unknown {
  const text = new TextDecoder().decode(body)
  return JSON.parse(text.replaceAll(origin, maskedOrigin))
}

/** Headers of the connection and of CORS, which belong to no API. */
const ofConnection =
  /^(connection|keep-alive|content-length|transfer-encoding|date|vary|access-control-.*|x-powered-by)$/i
