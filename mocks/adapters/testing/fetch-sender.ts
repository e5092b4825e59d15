import type { Vendor } from './shared-suite/scenario.ts'
import { type Send, toAddress, toBodyBytes, toHeaders } from './suite-adapter.ts'
import { noResponse, toSuiteResponse } from './suite-response.ts'

/** A client that uses `fetch`. */
export function fetchSender(
  fetchIt: (input: string, init: RequestInit) => Promise<Response>,
  originOf: (vendor: Vendor | undefined) => string,
): Send {
  return async (request) => {
    const address = toAddress(request, originOf)
    const body = toBodyBytes(request) ?? null
    let response: Response
    try {
      response = await fetchIt(address, {
        method: request.method,
        headers: toHeaders(request),
        body,
      })
    } catch (error) {
      if (error instanceof TypeError) return noResponse // a network error of `fetch`
      throw error
    }
    const received = { status: response.status, headers: response.headers, origin: originOf(request.vendor) }
    const bytes = await response.arrayBuffer().catch(() => undefined)
    return toSuiteResponse({
      ...received,
      body: bytes ? new Uint8Array(bytes) : new Uint8Array(),
      isHalf: bytes === undefined,
    })
  }
}
